package io.hairline.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows guessing down: few wrong tries for one account from one address, more for one account from anywhere, so that
 * nobody locks a colleague out easily, and more for one address, behind which a whole clinic may sit.
 */
final class LoginRateLimitFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(LoginRateLimitFilter.class);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final RateLimiter.Limit ACCOUNT_AT_ADDRESS = new RateLimiter.Limit("login", 5, WINDOW);
    private static final RateLimiter.Limit ACCOUNT = new RateLimiter.Limit("account", 50, WINDOW);
    private static final RateLimiter.Limit ADDRESS = new RateLimiter.Limit("address", 100, WINDOW);

    private final RateLimiter rateLimiter;
    private final RequestMatcher tries;

    LoginRateLimitFilter(RateLimiter rateLimiter, RequestMatcher tries) {
        this.rateLimiter = rateLimiter;
        this.tries = tries;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !tries.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = limits(request).entrySet().stream()
                .flatMap(it -> rateLimiter.count(it.getKey(), it.getValue()).stream())
                .max(Comparator.naturalOrder());
        if (wait.isPresent()) {
            log.warn("login=throttled address={}", request.getRemoteAddr());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
    }

    void forgive(HttpServletRequest request) {
        limits(request).forEach(rateLimiter::forgive);
    }

    private static Map<RateLimiter.Limit, String> limits(HttpServletRequest request) {
        String login = String.valueOf(request.getParameter("username")).strip().toLowerCase(Locale.ROOT);
        String address = request.getRemoteAddr();
        return Map.of(ACCOUNT_AT_ADDRESS, login + " " + address, ACCOUNT, login, ADDRESS, address);
    }
}
