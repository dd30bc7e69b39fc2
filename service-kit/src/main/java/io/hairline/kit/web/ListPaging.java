package io.hairline.kit.web;

import io.hairline.kit.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Lets {@code limit} and {@code cursor} hold for lists that an operation reads as a whole, because they are short by their
 * nature: what one client or one aggregate has. Both are checked before the operation runs, as elsewhere.
 */
@RestControllerAdvice
public final class ListPaging implements HandlerInterceptor, ResponseBodyAdvice<Page<?>> {

    private static final String PART = ListPaging.class.getName() + ".part";
    private static final String LIMIT = "limit";
    private static final int LONGEST_NUMBER = 9;

    private record Part(int limit, int from) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation && isWhole(operation)) {
            String limit = request.getParameter(LIMIT);
            int most = limit == null ? Page.MOST : Page.limit(number(limit));
            request.setAttribute(PART, new Part(most, from(request.getParameter("cursor"))));
        }
        return true;
    }

    /** Whether an operation answers a list and has no limit of its own. */
    public static boolean isWhole(HandlerMethod operation) {
        return Page.class.isAssignableFrom(operation.getReturnType().getParameterType())
                && Arrays.stream(operation.getMethodParameters())
                        .noneMatch(it -> LIMIT.equals(it.getParameter().getName()));
    }

    /** Out of every range if it is no number. */
    private static int number(String text) {
        return text.matches("\\d{1," + LONGEST_NUMBER + "}") ? Integer.parseInt(text) : -1;
    }

    private static int from(@Nullable String cursor) {
        String position = Page.position(cursor);
        if (position == null) {
            return 0;
        }
        int from = number(position);
        if (from < 0) {
            throw Refusal.input("cursor", "is not one of this list; start again without it");
        }
        return from;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return Page.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public @Nullable Page<?> beforeBodyWrite(
            @Nullable Page<?> body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Object part = request instanceof ServletServerHttpRequest it
                ? it.getServletRequest().getAttribute(PART)
                : null;
        return body != null && part instanceof Part wanted ? cut(body.items(), wanted) : body;
    }

    private static <T> Page<T> cut(List<T> all, Part part) {
        int from = Math.min(part.from(), all.size());
        int until = Math.min(from + part.limit(), all.size());
        List<T> items = List.copyOf(all.subList(from, until));
        return until == all.size() ? new Page<>(items, null) : Page.upTo(items, String.valueOf(until));
    }
}
