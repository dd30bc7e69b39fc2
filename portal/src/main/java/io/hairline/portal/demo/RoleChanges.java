package io.hairline.portal.demo;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ends whatever log-in there is, so that the next one asks who you want to be. */
@Controller
@ConditionalOnBooleanProperty("hairline.demo")
class RoleChanges {

    private static final String AT_THE_ISSUER = "hairline_login";

    @PostMapping("/session/as")
    String become(@RequestParam String login, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        Cookie forget = new Cookie(AT_THE_ISSUER, "");
        forget.setPath("/");
        forget.setMaxAge(0);
        response.addCookie(forget);
        return "redirect:/session/start/hairline?login_hint="
                + java.net.URLEncoder.encode(login, java.nio.charset.StandardCharsets.UTF_8);
    }
}
