package io.hairline.kit.security;

import io.hairline.kit.Refusal;
import io.hairline.kit.SecretComparison;
import io.hairline.kit.web.CallerContextFilter;
import io.hairline.kit.web.RefusalWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.client.RestTemplate;

/** The gate of every service: a bearer token for the API, the operator's password for the actuator. */
@Configuration(proxyBeanMethods = false)
public class KitSecurity {

    /** The {@code aud} of an access token for the brand's APIs. */
    public static final String API_AUDIENCE = "hairline-api";

    /** The {@code typ} in the header of an access token (RFC 9068). */
    public static final String ACCESS_TOKEN_TYPE = "at+jwt";

    private static final String KEYS_AWAY = "We can't check who you are right now. Try again in a moment.";
    private static final Duration KEYS_PATIENCE = Duration.ofSeconds(2);

    @Bean
    JwtDecoder jwtDecoder(SecurityProperties properties) {
        SimpleClientHttpRequestFactory bounded = new SimpleClientHttpRequestFactory();
        bounded.setConnectTimeout(KEYS_PATIENCE);
        bounded.setReadTimeout(KEYS_PATIENCE);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(properties.jwks())
                .restOperations(new RestTemplate(bounded))
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(
                accessTokens(), new JwtIssuerValidator(properties.issuer()), forThisApi(properties.audience()))));
        return decoder;
    }

    /** The type of RFC 9068, and the one of issuers that don't follow it. */
    private static OAuth2TokenValidator<Jwt> accessTokens() {
        JwtTypeValidator types = new JwtTypeValidator(List.of("JWT", ACCESS_TOKEN_TYPE));
        types.setAllowEmpty(true);
        return types;
    }

    /** An ID token is for the program that asked for it, and another API's token for that API: neither opens this one. */
    private static OAuth2TokenValidator<Jwt> forThisApi(String audience) {
        return new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, it -> it != null && it.contains(audience));
    }

    /** Nobody watches single filters, and watching them costs each request a good part of its time. */
    @Bean
    SecurityObservationSettings unwatchedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** An address that looks like an attack on a file system or a filter, such as one with a semicolon. */
    @Bean
    RequestRejectedHandler addressRefused(RefusalWriter refusals) {
        return (_, response, _) -> refusals.write(
                response, new Refusal(Refusal.Kind.INPUT, "bad-request", "The address of the request can't be read."));
    }

    @Bean
    @Order(1)
    SecurityFilterChain operatorGate(
            HttpSecurity http, @Value("${hairline.ops.password:}") String password, RefusalWriter refusals)
            throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(it -> it.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .anyRequest()
                        .hasRole("OPS"))
                .httpBasic(Customizer.withDefaults())
                .authenticationProvider(new Operator(password))
                .csrf(it -> it.disable())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        it -> it.authenticationEntryPoint((_, response, _) -> refusals.unauthenticated(response)))
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain apiGate(HttpSecurity http, ObjectProvider<PublicEndpoints> openTo, RefusalWriter refusals)
            throws Exception {
        String[] open = openTo.stream().flatMap(it -> it.getPaths().stream()).toArray(String[]::new);
        return http.securityMatcher("/api/**", "/v3/api-docs/**")
                .authorizeHttpRequests(it -> {
                    if (open.length > 0) {
                        it.requestMatchers(HttpMethod.GET, open).permitAll();
                    }
                    it.requestMatchers("/v3/api-docs/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated();
                })
                .oauth2ResourceServer(it -> it.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint((_, response, _) -> refusals.unauthenticated(response))
                        .withObjectPostProcessor(sayingWhoIsAway(refusals)))
                .exceptionHandling(
                        it -> it.authenticationEntryPoint((_, response, _) -> refusals.unauthenticated(response))
                                .accessDeniedHandler((_, response, _) -> refusals.write(response, Refusal.forbidden())))
                .csrf(it -> it.disable())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new CallerContextFilter(refusals), AuthorizationFilter.class)
                .build();
    }

    /** A token that can't be checked isn't a wrong one: the issuer's keys are out of reach. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> sayingWhoIsAway(RefusalWriter refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler((_, response, e) -> {
                    if (e instanceof AuthenticationServiceException) {
                        refusals.write(response, new Refusal(Refusal.Kind.AWAY, "service-unavailable", KEYS_AWAY));
                    } else {
                        refusals.unauthenticated(response);
                    }
                });
                return filter;
            }
        };
    }

    /** The one operator account; without a password it is closed. */
    record Operator(String password) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication given) {
            @Nullable Object credentials = given.getCredentials();
            if (!password.isEmpty()
                    && "ops".equals(given.getName())
                    && credentials != null
                    && SecretComparison.isSame(password, credentials.toString())) {
                return UsernamePasswordAuthenticationToken.authenticated(
                        "ops", null, AuthorityUtils.createAuthorityList("ROLE_OPS"));
            }
            throw new BadCredentialsException("Not the operator");
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
        }
    }
}
