package io.hairline.portal.session;

import io.hairline.portal.PublicAddress;
import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.language.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the language: for this browser, and for a client who is logged in also for the letters. */
@Controller
class LanguageController {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Apis apis;
    private final CurrentUser users;
    private final PublicAddress address;

    LanguageController(Apis apis, CurrentUser users, PublicAddress address) {
        this.apis = apis;
        this.users = users;
        this.address = address;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Texts.LANGUAGES.contains(language)) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(PersonalLocaleResolver.COOKIE, language)
                            .path("/")
                            .maxAge(REMEMBERED)
                            .httpOnly(true)
                            .sameSite("Lax")
                            .secure(address.isSecure())
                            .build()
                            .toString());
            keepForClient(language, request);
        }
        return "redirect:" + RedirectPaths.path(back);
    }

    private void keepForClient(String language, HttpServletRequest request) {
        if (!CurrentUser.isLoggedIn() || !users.current().isClient()) {
            return;
        }
        String client = Objects.requireNonNull(request.getUserPrincipal()).getName();
        try {
            Api notification = apis.mine().notification();
            var before = notification.read("/preferences/" + client, Map.of());
            Map<String, Object> wanted = Map.of(
                    "channels", before.path("channels"), "quietHours", before.path("quietHours"), "language", language);
            notification.put(wanted, "/preferences/{id}", client);
            users.forget();
        } catch (ApiProblem _) {
            // The cookie holds the choice for the pages; the letters follow once the preference can be stored.
        }
    }
}
