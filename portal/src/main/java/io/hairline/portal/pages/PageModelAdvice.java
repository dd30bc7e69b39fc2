package io.hairline.portal.pages;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SessionEnded;
import io.hairline.portal.session.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What every page has around it, and what is shown instead of one that can't be made. */
@ControllerAdvice
class PageModelAdvice {

    private final CurrentUser users;
    private final Catalogue catalogue;
    private final boolean demo;

    PageModelAdvice(
            CurrentUser users, Catalogue catalogue, @Value("#{'${hairline.demo:false}' == 'true'}") boolean demo) {
        this.users = users;
        this.catalogue = catalogue;
        this.demo = demo;
    }

    /** A language of the pages, named in itself. */
    record Language(String code, String name) {
        static Language of(String code) {
            Locale it = Locale.of(code);
            String name = it.getDisplayLanguage(it);
            return new Language(code, Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
    }

    /**
     * The way through the pages.
     *
     * @param person the name, or the role for those whose name isn't known; empty for visitors
     * @param place where the person works: a clinic, a region or the whole brand; empty for clients and visitors
     * @param once a key for the forms of this page: sent twice, they count once
     * @param address this page, for the choice of a language to lead back to
     */
    record Frame(
            @Nullable SignedInUser who,
            String person,
            String place,
            List<Navigation.Way> ways,
            boolean demo,
            String once,
            String address) {

        public List<Language> languages() {
            return Texts.LANGUAGES.stream().map(Language::of).toList();
        }

        public boolean isSearching() {
            return who != null && who.isStaff();
        }

        /** Those who may read what the demo sends to everybody. */
        public boolean isDemoStaff() {
            return demo && isSearching();
        }
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        SignedInUser who = who();
        return new Frame(
                who,
                who == null ? "" : person(who),
                who == null ? "" : place(who),
                Navigation.of(who),
                demo,
                once(),
                HttpMethod.GET.matches(request.getMethod()) ? address(request) : "/home");
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String person(SignedInUser who) {
        if (who.name() != null) {
            return who.name();
        }
        return who.mainRole().isEmpty() ? "" : CodeLabels.label("role", who.mainRole());
    }

    private String place(SignedInUser who) {
        if (who.isBrand()) {
            return Texts.text("place.brand");
        }
        try {
            return who.clinic()
                    .map(catalogue::clinicName)
                    .or(() -> who.region().map(catalogue::regionName))
                    .orElse("");
        } catch (ApiProblem _) {
            return "";
        }
    }

    private @Nullable SignedInUser who() {
        if (!CurrentUser.isLoggedIn()) {
            return null;
        }
        try {
            return users.current();
        } catch (ApiProblem _) {
            return SignedInUser.unknown();
        }
    }

    @ExceptionHandler
    ModelAndView refused(ApiProblem why, HttpServletRequest request) {
        if (isPartOfAPage(request)) {
            return new ModelAndView("parts :: alert").addObject("alert", why);
        }
        HttpStatus status = HttpStatus.resolve(why.status());
        return new ModelAndView("note", status == null ? HttpStatus.SERVICE_UNAVAILABLE : status)
                .addObject("frame", frame(request))
                .addObject("title", Texts.text(why.status() == 404 ? "error.missing" : "error.failed"))
                .addObject("words", why.errors().isEmpty() ? why.getMessage() : String.join(" ", why.errors()))
                .addObject("link", "/home")
                .addObject("label", Texts.text("error.home"));
    }

    /** A part of the address that isn't what it must be. */
    @ExceptionHandler
    ModelAndView unreadable(MethodArgumentTypeMismatchException why, HttpServletRequest request) {
        boolean day = LocalDate.class.equals(why.getRequiredType());
        return refused(ApiProblem.input(why.getName(), day ? "field.day-form" : "field.unreadable"), request);
    }

    /** As above, for one of several parts that belong together. */
    @ExceptionHandler
    ModelAndView unreadable(BindException why, HttpServletRequest request) {
        FieldError wrong = why.getFieldError();
        return refused(ApiProblem.input(wrong == null ? "" : wrong.getField(), "field.unreadable"), request);
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

    /** So short that a form's own letters and an id fit beside it into the 64 of an idempotency key. */
    static String once() {
        UUID random = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
