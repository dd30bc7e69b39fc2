package io.hairline.kit.time;

import io.hairline.kit.Refusal;
import io.hairline.kit.web.RefusalWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a demo's history be written: with {@code Hairline-As-Of} a request is answered as it would have been then. */
public final class AsOfFilter extends OncePerRequestFilter {

    private static final String HEADER = "Hairline-As-Of";

    private final RefusalWriter refusals;
    private final BusinessClock clock;

    public AsOfFilter(RefusalWriter refusals, BusinessClock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    /** A request that waited for late news runs again, and then still. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        if (given == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            pass(past(given), request, response, chain);
        } catch (Refusal e) {
            refusals.write(response, e);
        }
    }

    private Instant past(String given) {
        try {
            Instant then = Instant.parse(given);
            if (then.isBefore(clock.present())) {
                return then;
            }
        } catch (DateTimeParseException _) {
            // Answered below, as what lies in the future is.
        }
        throw Refusal.input(HEADER, "must be an instant that has passed, such as 2026-01-31T09:00:00Z");
    }

    private void pass(Instant then, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            clock.<Exception>atChecked(then, () -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
