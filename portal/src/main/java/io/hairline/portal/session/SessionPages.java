package io.hairline.portal.session;

import io.hairline.portal.language.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SessionPages {

    private final CurrentUser users;

    SessionPages(CurrentUser users) {
        this.users = users;
    }

    /** The page that fits what somebody is. */
    @GetMapping("/home")
    String home() {
        return "redirect:" + users.current().home();
    }

    @GetMapping("/session/failed")
    String failed(Model model) {
        model.addAttribute("title", Texts.text("session.failed"));
        model.addAttribute("words", Texts.text("session.failed.words"));
        model.addAttribute("link", "/home");
        model.addAttribute("label", Texts.text("session.again"));
        return "note";
    }

    @GetMapping(SessionSecurity.ENDED)
    String ended(Model model) {
        model.addAttribute("title", Texts.text("session.ended"));
        model.addAttribute("words", Texts.text("session.ended.words"));
        model.addAttribute("link", "/");
        model.addAttribute("label", Texts.text("error.start"));
        return "note";
    }
}
