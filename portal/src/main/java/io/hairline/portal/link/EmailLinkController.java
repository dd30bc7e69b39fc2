package io.hairline.portal.link;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.visit.GuestTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the link of a letter opens by which a client confirms the e-mail address. The address is confirmed by the page's button: a
 * GET changes nothing, for programs follow the links in mails as well.
 */
@Controller
@RequestMapping("/e/{secret:[A-Za-z0-9_-]+}")
class EmailLinkController {

    private static final String LINK = "Email-Link";

    private final GuestTokens guests;

    EmailLinkController(GuestTokens guests) {
        this.guests = guests;
    }

    @ModelAttribute
    void stayPrivate(@PathVariable String secret, HttpServletResponse response, Model model) {
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("base", "/e/" + secret);
        model.addAttribute("back", "/e/" + secret);
        model.addAttribute("here", "link");
    }

    @GetMapping
    String ask() {
        return "link-email";
    }

    @PostMapping
    String confirm(
            @PathVariable String secret,
            @RequestParam String once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            guests.of(request).booking().with(LINK, secret).post(once, Map.of(), "/email-confirmation");
            return "link-email-done";
        } catch (ApiProblem e) {
            if (e.status() == HttpStatus.NOT_FOUND.value()) {
                response.setStatus(e.status());
                return "link-email-gone";
            }
            model.addAttribute("alert", e);
            return "link-email";
        }
    }
}
