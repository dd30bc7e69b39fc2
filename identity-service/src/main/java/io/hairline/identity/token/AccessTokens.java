package io.hairline.identity.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.hairline.identity.authorization.AuthorizationEncryption;
import io.hairline.kit.security.KitSecurity;
import io.hairline.kit.security.SecurityProperties;
import java.util.Collections;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.stereotype.Component;

/**
 * What makes a token an access token (RFC 9068): its type in the header, and the API as its audience. An ID token has
 * neither, so a service that checks both takes none for an access token.
 */
@Component
class AccessTokens {

    private static final String CLIENT_ID = "client_id";

    private final String issuer;

    AccessTokens(SecurityProperties security) {
        this.issuer = security.issuer();
    }

    /**
     * Completes an access token of a person; leaves every other token as it is. The audience is a list of a type that
     * {@link AuthorizationEncryption} can read back.
     */
    void complete(JwtEncodingContext token) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getJwsHeader().type(KitSecurity.ACCESS_TOKEN_TYPE);
            token.getClaims()
                    .audience(Collections.singletonList(KitSecurity.API_AUDIENCE))
                    .claim(CLIENT_ID, token.getRegisteredClient().getClientId());
        }
    }

    /** The header of an access token that no registered program asked for, such as a visitor's. */
    static JwsHeader header() {
        return JwsHeader.with(SignatureAlgorithm.RS256)
                .type(KitSecurity.ACCESS_TOKEN_TYPE)
                .build();
    }

    /** Reads the tokens that come to this service itself, at {@code /userinfo}. */
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, it -> it != null && it.contains(KitSecurity.API_AUDIENCE));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(
                new JwtTypeValidator(List.of(KitSecurity.ACCESS_TOKEN_TYPE)),
                new JwtIssuerValidator(issuer),
                audience)));
        return decoder;
    }
}
