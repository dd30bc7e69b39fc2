package io.hairline.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows guessing down. A try counts for the account at its address first, then for the address, behind which a whole
 * clinic may sit, then for the account; one that is stopped counts no further, so one address can't use up what others
 * have. On a device that the account was used on before, only tries on that device count: nobody can lock its owner out.
 */
final class LoginRateLimitFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(LoginRateLimitFilter.class);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final RateLimiter.Limit DEVICE = new RateLimiter.Limit("device", 10, WINDOW);
    private static final RateLimiter.Limit ACCOUNT_AT_ADDRESS = new RateLimiter.Limit("login", 5, WINDOW);
    private static final RateLimiter.Limit ADDRESS = new RateLimiter.Limit("address", 100, WINDOW);
    private static final RateLimiter.Limit ACCOUNT = new RateLimiter.Limit("account", 50, WINDOW);
    private static final String COUNTED = LoginRateLimitFilter.class.getName();

    private final RateLimiter rateLimiter;
    private final KnownDevices devices;
    private final RequestMatcher tries;

    LoginRateLimitFilter(RateLimiter rateLimiter, KnownDevices devices, RequestMatcher tries) {
        this.rateLimiter = rateLimiter;
        this.devices = devices;
        this.tries = tries;
    }

    /** What was counted for a request, and so is taken back if the password is right. */
    private record Counted(RateLimiter.Limit limit, String who) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !tries.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = isKnownAndCalm(request) ? Optional.empty() : count(request);
        if (wait.isPresent()) {
            log.warn("login=throttled address={}", request.getRemoteAddr());
            TooManyTries.answer(wait.get(), request, response);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
    }

    /** A device that guesses itself is like any other. */
    private boolean isKnownAndCalm(HttpServletRequest request) {
        String login = login(request);
        Optional<String> device = devices.find(request, login);
        return device.isPresent()
                && count(request, List.of(new Counted(DEVICE, device.get()))).isEmpty();
    }

    private Optional<Duration> count(HttpServletRequest request) {
        String login = login(request);
        String address = ClientIpAddress.of(request);
        return count(
                request,
                List.of(
                        new Counted(ACCOUNT_AT_ADDRESS, login + " " + address),
                        new Counted(ADDRESS, address),
                        new Counted(ACCOUNT, login)));
    }

    /** Counts one after the other, up to the first that is used up: then it is how long to wait. */
    private Optional<Duration> count(HttpServletRequest request, List<Counted> limits) {
        List<Counted> counted = new ArrayList<>();
        request.setAttribute(COUNTED, counted);
        for (Counted it : limits) {
            Optional<Duration> wait = rateLimiter.count(it.limit(), it.who());
            if (wait.isPresent()) {
                return wait;
            }
            counted.add(it);
        }
        return Optional.empty();
    }

    /** The password was right: the try doesn't count, and the device is known from now on. */
    void welcome(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(COUNTED) instanceof List<?> counted) {
            counted.forEach(it -> {
                if (it instanceof Counted(RateLimiter.Limit limit, String who)) {
                    rateLimiter.forgive(limit, who);
                }
            });
        }
        devices.remember(request, response, login(request));
    }

    private static String login(HttpServletRequest request) {
        return String.valueOf(request.getParameter("username")).strip().toLowerCase(Locale.ROOT);
    }
}
