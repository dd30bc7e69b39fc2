package io.hairline.identity.login;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import io.hairline.kit.Refusal;
import io.hairline.kit.web.RefusalWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Everything that isn't OAuth2 or an API: the form, and what a visitor may fetch without one. */
@Configuration(proxyBeanMethods = false)
class LoginSecurity {

    private static final String PAGE = "/login";
    private static final RequestMatcher FROM_A_PERSON = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    private static final RedirectStrategy REDIRECT = new DefaultRedirectStrategy();

    @Bean
    @Order(20)
    SecurityFilterChain login(
            HttpSecurity http,
            UserDetailsService accounts,
            PasswordEncoder encoder,
            RateLimiter rateLimiter,
            KnownDevices devices,
            ContentSecurityPolicy policy,
            RefusalWriter refusals)
            throws Exception {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts);
        passwords.setPasswordEncoder(encoder);
        LoginRateLimitFilter limits =
                new LoginRateLimitFilter(rateLimiter, devices, pathPattern(HttpMethod.POST, PAGE));
        SavedRequestAwareAuthenticationSuccessHandler welcome = new SavedRequestAwareAuthenticationSuccessHandler();
        welcome.setDefaultTargetUrl(PAGE);
        return http.authorizeHttpRequests(it -> it.requestMatchers(
                                PAGE,
                                PAGE + "/password/**",
                                "/oauth2/guest",
                                "/demo/logins",
                                "/error",
                                "/livez",
                                "/readyz")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .authenticationManager(new ProviderManager(passwords))
                .formLogin(it -> it.loginPage(PAGE)
                        .successHandler((request, response, who) -> {
                            limits.welcome(request, response);
                            welcome.onAuthenticationSuccess(request, response, who);
                        })
                        .failureHandler(LoginSecurity::refuse))
                .logout(it -> it.logoutSuccessUrl(PAGE + "?logout").deleteCookies("hairline_login"))
                .addFilterBefore(limits, UsernamePasswordAuthenticationFilter.class)
                .csrf(it -> it.ignoringRequestMatchers("/oauth2/guest"))
                .exceptionHandling(it -> it.authenticationEntryPoint(
                                (request, response, _) -> refuse(request, response, refusals, Refusal.notFound()))
                        .accessDeniedHandler(
                                (request, response, _) -> refuse(request, response, refusals, Refusal.forbidden())))
                .headers(policy)
                .build();
    }

    /** A person gets a page, a program a problem. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, RefusalWriter refusals, Refusal refusal)
            throws IOException {
        if (FROM_A_PERSON.matches(request)) {
            response.sendError(refusal.kind().status());
        } else {
            refusals.write(response, refusal);
        }
    }

    /** Nothing of why is kept: a wrong password and an unknown login look the same. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        } else {
            REDIRECT.sendRedirect(request, response, PAGE + "?error");
        }
    }
}
