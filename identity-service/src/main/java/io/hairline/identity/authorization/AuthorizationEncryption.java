package io.hairline.identity.authorization;

import io.hairline.kit.FieldEncryption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Turns an authorization into what is stored and back, by Spring Security's own JSON, whose types are a closed list. */
@Component
public class AuthorizationEncryption {

    private static final String VERSION = "io.hairline.version";

    private final FieldEncryption encryption;
    private final RegisteredClientRepository clients;
    private final JsonMapper json = JsonMapper.builder()
            .addModules(SecurityJacksonModules.getModules(AuthorizationEncryption.class.getClassLoader()))
            .build();
    private final JavaType fields =
            json.getTypeFactory().constructType(new ParameterizedTypeReference<Map<String, Object>>() {}.getType());

    AuthorizationEncryption(FieldEncryption encryption, RegisteredClientRepository clients) {
        this.encryption = encryption;
        this.clients = clients;
    }

    SealedAuthorization close(OAuth2Authorization it) {
        Long before = it.getAttribute(VERSION);
        List<String> hashes = new ArrayList<>();
        List<Instant> ends = new ArrayList<>();
        tokensOf(it).forEach((kind, token) -> {
            hashes.add(kind.hash(token.getToken().getTokenValue()));
            ends.add(Objects.requireNonNull(token.getToken().getExpiresAt(), "every token of ours ends"));
        });
        byte[] plain = json.writeValueAsBytes(fieldsOf(it));
        return new SealedAuthorization(
                it.getId(),
                subject(it.getPrincipalName()),
                before == null ? 1 : before + 1,
                hashes,
                List.of(),
                encryption.seal(plain, place(it.getId())),
                ends.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    /** What a person's authorizations are found by. */
    String subject(String subject) {
        return encryption.token(subject, "authorization-subject");
    }

    OAuth2Authorization open(SealedAuthorization stored) {
        Map<String, Object> all = json.readValue(encryption.open(stored.sealed(), place(stored.id())), fields);
        RegisteredClient client =
                Objects.requireNonNull(clients.findById(text(all, "client")), "a client that is no longer registered");
        OAuth2Authorization.Builder opened = OAuth2Authorization.withRegisteredClient(client)
                .id(stored.id())
                .principalName(text(all, "principal"))
                .authorizationGrantType(new AuthorizationGrantType(text(all, "grant")))
                .authorizedScopes(strings(all.get("scopes")))
                .attributes(it -> it.putAll(map(all.get("attributes"))))
                .attribute(VERSION, stored.version());
        for (TokenKind kind : TokenKind.values()) {
            if (all.containsKey(kind.name())) {
                Map<String, Object> token = map(all.get(kind.name()));
                opened.token(token(kind, token), it -> it.putAll(map(token.get("metadata"))));
            }
        }
        return opened.build();
    }

    private static Map<String, Object> fieldsOf(OAuth2Authorization it) {
        Map<String, Object> attributes = new HashMap<>(it.getAttributes());
        attributes.remove(VERSION);
        Map<String, Object> all = new HashMap<>();
        all.put("client", it.getRegisteredClientId());
        all.put("principal", it.getPrincipalName());
        all.put("grant", it.getAuthorizationGrantType().getValue());
        all.put("scopes", new HashSet<>(it.getAuthorizedScopes()));
        all.put("attributes", attributes);
        tokensOf(it).forEach((kind, token) -> all.put(kind.name(), fieldsOf(token)));
        return all;
    }

    private static Map<String, Object> fieldsOf(OAuth2Authorization.Token<?> token) {
        Map<String, Object> all = new HashMap<>();
        all.put("value", token.getToken().getTokenValue());
        all.put("issuedAt", String.valueOf(token.getToken().getIssuedAt()));
        all.put("expiresAt", String.valueOf(token.getToken().getExpiresAt()));
        all.put("metadata", new HashMap<>(token.getMetadata()));
        if (token.getToken() instanceof OAuth2AccessToken access) {
            all.put("scopes", new HashSet<>(access.getScopes()));
        }
        return all;
    }

    private static OAuth2Token token(TokenKind kind, Map<String, Object> all) {
        String value = text(all, "value");
        Instant from = Instant.parse(text(all, "issuedAt"));
        Instant until = Instant.parse(text(all, "expiresAt"));
        return switch (kind) {
            case CODE -> new OAuth2AuthorizationCode(value, from, until);
            case ACCESS ->
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, value, from, until, strings(all.get("scopes")));
            case REFRESH -> new OAuth2RefreshToken(value, from, until);
            case IDENTITY ->
                new OidcIdToken(
                        value,
                        from,
                        until,
                        map(map(all.get("metadata")).get(OAuth2Authorization.Token.CLAIMS_METADATA_NAME)));
        };
    }

    private static Map<TokenKind, OAuth2Authorization.Token<?>> tokensOf(OAuth2Authorization authorization) {
        Map<TokenKind, OAuth2Authorization.Token<?>> tokens = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            OAuth2Authorization.Token<?> token = authorization.getToken(kind.type());
            if (token != null) {
                tokens.put(kind, token);
            }
        }
        return tokens;
    }

    private static String place(String id) {
        return "authorizations/" + id;
    }

    private static String text(Map<String, Object> all, String name) {
        return (String) Objects.requireNonNull(all.get(name), name);
    }

    @SuppressWarnings("unchecked") // we wrote it
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked") // we wrote it
    private static Set<String> strings(@Nullable Object value) {
        return (Set<String>) Objects.requireNonNull(value);
    }
}
