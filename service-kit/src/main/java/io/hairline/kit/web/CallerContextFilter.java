package io.hairline.kit.web;

import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds who is calling, the correlation id and the Idempotency-Key to the request's thread. */
public final class CallerContextFilter extends OncePerRequestFilter {

    private static final String CORRELATION = "X-Correlation-Id";
    private static final String KEY = "Idempotency-Key";
    private static final String TRACE_PARENT = "traceparent";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    /** W3C Trace Context, version 00. */
    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final RefusalWriter refusals;

    public CallerContextFilter(RefusalWriter refusals) {
        this.refusals = refusals;
    }

    /** A request that waited for late news runs again as the same caller's. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(CORRELATION);
        String correlation = given != null && HARMLESS.matcher(given).matches() ? given : Ids.next("cor");
        response.setHeader(CORRELATION, correlation);
        String actor = actor();
        String key = request.getHeader(KEY);
        if (key != null && !HARMLESS.matcher(key).matches()) {
            refusals.write(
                    response, Refusal.input(KEY, "must be 1 to 64 letters, digits or any of _ . : - (a UUID is fine)"));
            return;
        }
        try {
            boolean rereadable =
                    isJson(request) || RereadableRequest.isTable(request) || (key != null && !isUpload(request));
            HttpServletRequest bounded = rereadable ? RereadableRequest.of(request) : request;
            RequestContext.Repeatable repeatable =
                    bounded instanceof RereadableRequest it && key != null ? it.repeatable(actor, key) : null;
            pass(
                    new RequestContext(actor, correlation, null, repeatable, null, trace(request)),
                    bounded,
                    response,
                    chain);
        } catch (RereadableRequest.TooLarge e) {
            refusals.write(response, Refusal.input("(body)", e.rule()));
        }
    }

    /** Nobody is refused for a trace that can't be read. */
    private static @Nullable String trace(HttpServletRequest request) {
        String given = request.getHeader(TRACE_PARENT);
        return given != null && TRACE.matcher(given).matches() ? given : null;
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.contains("json");
    }

    /** Too large to be held: it may be sent again because its use case knows what is there. */
    static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    private static void pass(
            RequestContext call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            call.<Exception>runChecked(() -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static String actor() {
        @Nullable Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "anonymous" : authentication.getName();
    }
}
