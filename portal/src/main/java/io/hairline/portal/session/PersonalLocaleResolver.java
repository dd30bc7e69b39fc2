package io.hairline.portal.session;

import static io.hairline.portal.language.Texts.LANGUAGES;

import io.hairline.portal.api.ApiProblem;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** A client's own language, else the one chosen in this browser, else the browser's first that has a bundle. */
@Component("localeResolver")
class PersonalLocaleResolver implements LocaleResolver {

    static final String COOKIE = "hairline_language";

    private static final String MEMORY = PersonalLocaleResolver.class.getName();

    private final ObjectProvider<CurrentUser> users;

    PersonalLocaleResolver(ObjectProvider<CurrentUser> users) {
        this.users = users;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(MEMORY) instanceof Locale known) {
            return known;
        }
        // What is asked for below may itself need a locale; until then the browser's is right.
        request.setAttribute(MEMORY, ofBrowser(request));
        Locale locale = ofPerson()
                .or(() -> ofCookie(request))
                .map(it -> inManner(it, request))
                .orElseGet(() -> ofBrowser(request));
        request.setAttribute(MEMORY, locale);
        return locale;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        request.setAttribute(MEMORY, locale);
    }

    private Optional<String> ofPerson() {
        if (!CurrentUser.isLoggedIn()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(users.getObject().current().language())
                    .map(it -> Locale.forLanguageTag(it).getLanguage())
                    .filter(LANGUAGES::contains);
        } catch (ApiProblem | SessionEnded _) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofCookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .filter(LANGUAGES::contains);
    }

    /** The language, with the country of the browser where the browser has one for it: en-US keeps its dates. */
    private static Locale inManner(String language, HttpServletRequest request) {
        return accepted(request).stream()
                .filter(it -> it.getLanguage().equals(language))
                .findFirst()
                .map(PersonalLocaleResolver::withCountry)
                .orElse(withCountry(Locale.of(language)));
    }

    private static Locale ofBrowser(HttpServletRequest request) {
        return accepted(request).stream()
                .filter(it -> LANGUAGES.contains(it.getLanguage()))
                .findFirst()
                .map(PersonalLocaleResolver::withCountry)
                .orElse(Locale.UK);
    }

    private static List<Locale> accepted(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? List.of()
                : Collections.list(Objects.requireNonNull(request.getLocales()));
    }

    /** English of no country writes its dates as in the United Kingdom. */
    private static Locale withCountry(Locale locale) {
        return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
    }
}
