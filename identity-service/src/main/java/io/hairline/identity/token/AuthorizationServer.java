package io.hairline.identity.token;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.hairline.identity.login.ContentSecurityPolicy;
import io.hairline.kit.security.SecurityProperties;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The protocol endpoints. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    private static final RequestMatcher FOR_PROGRAMS = new OrRequestMatcher(
            pathPattern("/oauth2/token"), pathPattern("/oauth2/revoke"), pathPattern("/oauth2/introspect"));

    @Bean
    @Order(2)
    SecurityFilterChain protocol(
            HttpSecurity http,
            RegisteredClientRepository clients,
            JWKSource<SecurityContext> keys,
            ContentSecurityPolicy policy,
            ProtocolErrors errors,
            AccessTokens accessTokens)
            throws Exception {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(request -> server.getEndpointsMatcher().matches(request))
                .with(
                        server,
                        it -> it.oidc(oidc -> oidc.providerConfigurationEndpoint(
                                        about -> about.providerConfigurationCustomizer(AuthorizationServer::noSecrets)))
                                .clientAuthentication(
                                        client -> client.authenticationConverter(new PublicClientConverter())
                                                .authenticationProvider(new PublicClientProvider(clients))
                                                .errorResponseHandler(errors))
                                .tokenEndpoint(tokens -> tokens.errorResponseHandler(errors)))
                .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .oauth2ResourceServer(it -> it.jwt(jwt -> jwt.decoder(accessTokens.decoder(keys))))
                .exceptionHandling(it -> it.defaultAuthenticationEntryPointFor(errors, FOR_PROGRAMS)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"),
                                new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .headers(policy)
                .build();
    }

    /** The metadata for programs: none has a secret, they prove themselves by PKCE. */
    private static void noSecrets(OidcProviderConfiguration.Builder about) {
        about.tokenEndpointAuthenticationMethods(it -> {
            it.clear();
            it.add(ClientAuthenticationMethod.NONE.getValue());
        });
    }

    @Bean
    AuthorizationServerSettings settings(SecurityProperties security) {
        return AuthorizationServerSettings.builder().issuer(security.issuer()).build();
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    OAuth2TokenGenerator<?> tokens(JwtEncoder encoder, AccessTokens accessTokens) {
        JwtGenerator tokens = new JwtGenerator(encoder);
        tokens.setJwtCustomizer(accessTokens::complete);
        return new DelegatingOAuth2TokenGenerator(tokens, new RefreshTokens());
    }
}
