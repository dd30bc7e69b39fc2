package io.hairline.identity.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** What an authorization can be found by. */
enum TokenKind {
    CODE("code", OAuth2AuthorizationCode.class),
    ACCESS("access_token", OAuth2AccessToken.class),
    REFRESH("refresh_token", OAuth2RefreshToken.class),
    IDENTITY("id_token", OidcIdToken.class);

    private final String wire;
    private final Class<? extends OAuth2Token> type;

    TokenKind(String wire, Class<? extends OAuth2Token> type) {
        this.wire = wire;
        this.type = type;
    }

    static Optional<TokenKind> of(OAuth2TokenType type) {
        return Stream.of(values()).filter(it -> it.wire.equals(type.getValue())).findFirst();
    }

    Class<? extends OAuth2Token> type() {
        return type;
    }

    /** Tokens are long and random, so a plain hash can't be turned back. */
    String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return wire + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    boolean madeHash(String hash) {
        return hash.startsWith(wire + ":");
    }
}
