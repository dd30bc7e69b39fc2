package io.hairline.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The address to which a form is sent, opened as a page: a browser does so that loads a refused form again, or goes back to
 * it. The page above it answers, which is where the form is.
 */
@ControllerAdvice
class FormAddresses {

    private final RequestMappingHandlerMapping mappings;

    FormAddresses(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    String page(HttpServletRequest request, HttpRequestMethodNotSupportedException refused)
            throws HttpRequestMethodNotSupportedException {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            throw refused;
        }
        return "redirect:" + above(request.getRequestURI()).orElse("/");
    }

    /** The nearest address above this one that has a page; none if that is the first page of all. */
    Optional<String> above(String address) {
        return Stream.iterate(parent(address), it -> !it.isEmpty(), FormAddresses::parent)
                .filter(this::isPage)
                .findFirst();
    }

    private static String parent(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf('/')));
    }

    boolean isPage(String address) {
        PathContainer path = PathContainer.parsePath(address);
        return mappings.getHandlerMethods().keySet().stream().anyMatch(it -> answersGet(it) && matches(it, path));
    }

    private static boolean answersGet(RequestMappingInfo it) {
        return it.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static boolean matches(RequestMappingInfo it, PathContainer path) {
        var patterns = it.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
