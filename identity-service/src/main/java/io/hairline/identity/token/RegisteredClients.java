package io.hairline.identity.token;

import io.hairline.identity.login.ContentSecurityPolicy;
import io.hairline.kit.security.SecurityProperties;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The brand's own programs. They have no secret, so all of them must prove with PKCE that a code is theirs. */
@Configuration(proxyBeanMethods = false)
class RegisteredClients {

    private final List<RegisteredClient> clients;

    RegisteredClients(TokenLifetimes lifetimes, SecurityProperties security) {
        clients = List.of(
                client("hairline-cli", "http://127.0.0.1:8080/cli/callback", lifetimes)
                        .build(),
                client("hairline-portal", security.issuer() + "/session/back/hairline", lifetimes)
                        .postLogoutRedirectUri(security.issuer() + "/session/ended")
                        .build());
    }

    @Bean
    RegisteredClientRepository registeredClientRepository() {
        return new InMemoryRegisteredClientRepository(clients);
    }

    @Bean
    ContentSecurityPolicy pagePolicy() {
        return new ContentSecurityPolicy(
                clients.stream().flatMap(it -> it.getRedirectUris().stream()).collect(Collectors.toSet()));
    }

    private static RegisteredClient.Builder client(String id, String redirect, TokenLifetimes lifetimes) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(redirect)
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(lifetimes.access())
                        .refreshTokenTimeToLive(lifetimes.refresh())
                        .reuseRefreshTokens(false)
                        .build());
    }
}
