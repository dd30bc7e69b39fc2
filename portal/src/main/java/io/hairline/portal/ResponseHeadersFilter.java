package io.hairline.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer carries: an id to ask about, and the strictest headers that still work. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ResponseHeadersFilter extends OncePerRequestFilter {

    public static final String CORRELATION_ID = "X-Correlation-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String ONLY_OURSELVES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String POLICY = "Content-Security-Policy";
    private static final String PERMISSIONS = "Permissions-Policy";

    private final PublicAddress address;

    ResponseHeadersFilter(PublicAddress address) {
        this.address = address;
    }

    /** For a page with charts: their library sizes its elements by style attributes. Style sheets stay our own. */
    public static void allowStyledElements(HttpServletResponse response) {
        response.setHeader(POLICY, ONLY_OURSELVES + "; style-src-attr 'unsafe-inline'");
    }

    /** For a page that offers to look for what is near, once the visitor asks for it. */
    public static void allowLocation(HttpServletResponse response) {
        response.setHeader(PERMISSIONS, "camera=(), geolocation=(self), microphone=(), payment=()");
    }

    public static String correlationId(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(CORRELATION_ID));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlationId = given(request.getHeader(CORRELATION_ID));
        request.setAttribute(CORRELATION_ID, correlationId);
        response.setHeader(CORRELATION_ID, correlationId);
        response.setHeader(POLICY, ONLY_OURSELVES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(PERMISSIONS, "camera=(), geolocation=(), microphone=(), payment=()");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (address.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    private static String given(@Nullable String header) {
        if (header != null && WELL_FORMED.matcher(header).matches()) {
            return header;
        }
        return UUID.randomUUID().toString();
    }
}
