package io.hairline.kit.security;

import io.hairline.kit.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps {@link AllowedFor}. */
public final class RoleInterceptor implements HandlerInterceptor {

    private final Callers callers;

    public RoleInterceptor(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            AllowedFor allowed = allowedFor(operation);
            if (allowed != null && !isAllowed(callers.current(), allowed)) {
                throw Refusal.forbidden();
            }
        }
        return true;
    }

    private static @Nullable AllowedFor allowedFor(HandlerMethod operation) {
        AllowedFor own = operation.getMethodAnnotation(AllowedFor.class);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(operation.getBeanType(), AllowedFor.class);
    }

    static boolean isAllowed(Caller caller, AllowedFor allowed) {
        return (allowed.clients() && caller.isClient())
                || (allowed.guests() && caller.isGuest())
                || caller.hasAny(allowed.staff());
    }
}
