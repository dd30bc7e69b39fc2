package io.hairline.portal.session;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import io.hairline.portal.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The gate of the pages. What the gateway passes on carries its own token or cookie and never sees this one. */
@Configuration(proxyBeanMethods = false)
class SessionSecurity {

    static final String START = "/session/start";
    static final String ENDED = "/session/ended";

    private static final RequestMatcher PASSED_ON = new OrRequestMatcher(
            pathPattern("/api/v1/**"),
            pathPattern("/oauth2/**"),
            pathPattern("/.well-known/**"),
            pathPattern("/connect/**"),
            pathPattern("/login/**"),
            pathPattern("/logout"),
            pathPattern("/userinfo"),
            pathPattern("/demo/logins"),
            pathPattern("/webjars/**"),
            pathPattern("/api/docs/**"));

    private static final RequestMatcher PART_OF_A_PAGE = new RequestHeaderRequestMatcher("HX-Request");

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            ClientRegistrationRepository issuer,
            OAuth2AuthorizedClientRepository tokens,
            RequestCache wishes,
            TokenRevocation revocation,
            PublicAddress address)
            throws Exception {
        OidcClientInitiatedLogoutSuccessHandler everywhere = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        everywhere.setDefaultTargetUrl(ENDED);
        everywhere.setPostLogoutRedirectUri(address.issuer() + ENDED);
        return http.securityMatcher(new NegatedRequestMatcher(PASSED_ON))
                .authorizeHttpRequests(it -> it.requestMatchers(
                                "/me/**",
                                "/book/**",
                                "/clinic/**",
                                "/dashboard/**",
                                "/office/**",
                                "/search",
                                "/home",
                                "/demo/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2Login(it -> it.loginPage(START + "/" + OidcIssuer.REGISTRATION)
                        .authorizationEndpoint(start -> start.baseUri(START))
                        .redirectionEndpoint(back -> back.baseUri("/session/back/*"))
                        .authorizedClientRepository(tokens)
                        .successHandler(toThePageThatWasWanted(wishes))
                        .failureHandler(SessionSecurity::failed))
                .logout(it -> it.logoutRequestMatcher(pathPattern(HttpMethod.POST, "/session/end"))
                        .addLogoutHandler(revocation)
                        .logoutSuccessHandler(everywhere))
                .requestCache(it -> it.requestCache(wishes))
                .exceptionHandling(it -> it.defaultAuthenticationEntryPointFor(elsewhere(), PART_OF_A_PAGE))
                .headers(it -> it.disable())
                .build();
    }

    /** Only its path counts: the host that the visitor's request named may be anybody's. */
    private static AuthenticationSuccessHandler toThePageThatWasWanted(RequestCache wishes) {
        return (request, response, _) -> {
            SavedRequest wanted = wishes.getRequest(request, response);
            wishes.removeRequest(request, response);
            response.sendRedirect(wanted == null ? "/home" : RedirectPaths.path(pathOf(wanted.getRedirectUrl())));
        };
    }

    private static String pathOf(String address) {
        URI wanted = URI.create(address);
        return wanted.getRawQuery() == null ? wanted.getRawPath() : wanted.getRawPath() + "?" + wanted.getRawQuery();
    }

    @Bean
    OAuth2AuthorizedClientRepository tokensOfTheSession() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** After the log-in, people come to the page that they wanted: whole pages only. */
    @Bean
    RequestCache wishes() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                pathPattern(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(PART_OF_A_PAGE),
                new NegatedRequestMatcher(pathPattern("/dashboard/stream"))));
        return cache;
    }

    @Bean
    ServletContextInitializer sessionCookie(PublicAddress address) {
        return context -> context.getSessionCookieConfig().setSecure(address.isSecure());
    }

    /** A part of a page can't hold the log-in: the whole page goes there. */
    private static AuthenticationEntryPoint elsewhere() {
        return (_, response, _) -> {
            response.setHeader("HX-Redirect", "/home");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        };
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws java.io.IOException {
        response.sendRedirect("/session/failed");
    }
}
