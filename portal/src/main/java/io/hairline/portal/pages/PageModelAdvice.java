package io.hairline.portal.pages;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SessionEnded;
import io.hairline.portal.session.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What every page has around it, and what is shown instead of one that can't be made. */
@ControllerAdvice
class PageModelAdvice {

    private final CurrentUser whereabouts;
    private final boolean demo;

    PageModelAdvice(CurrentUser whereabouts, @Value("${hairline.demo:false}") boolean demo) {
        this.whereabouts = whereabouts;
        this.demo = demo;
    }

    /**
     * The way through the pages.
     *
     * @param once a key for the forms of this page: sent twice, they count once
     */
    record Frame(@Nullable SignedInUser who, boolean demo, String once) {}

    @ModelAttribute("frame")
    Frame frame() {
        return new Frame(who(), demo, UUID.randomUUID().toString());
    }

    private @Nullable SignedInUser who() {
        if (!CurrentUser.isLoggedIn()) {
            return null;
        }
        try {
            return whereabouts.current();
        } catch (ApiProblem _) {
            return new SignedInUser("", List.of());
        }
    }

    @ExceptionHandler
    ModelAndView refused(ApiProblem why, HttpServletRequest request) {
        if (isPartOfAPage(request)) {
            return new ModelAndView("parts :: alert").addObject("alert", why);
        }
        HttpStatus status = HttpStatus.resolve(why.status());
        String title = why.status() == 404 ? "There is nothing here" : "That did not work";
        return new ModelAndView("note", status == null ? HttpStatus.SERVICE_UNAVAILABLE : status)
                .addObject("frame", frame())
                .addObject("title", title)
                .addObject("words", why.getMessage())
                .addObject("link", "/home")
                .addObject("label", "To your start page");
    }

    /** The gate then asks for a log-in, and remembers the page that was wanted. */
    @ExceptionHandler
    void loggedOut(SessionEnded why, HttpServletRequest request, HttpServletResponse response)
            throws java.io.IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (isPartOfAPage(request)) {
            response.setHeader("HX-Redirect", "/home");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(HttpMethod.GET.matches(request.getMethod()) ? request.getRequestURI() : "/home");
        }
    }

    private static boolean isPartOfAPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
