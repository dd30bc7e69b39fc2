package io.hairline.portal.session;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SessionPages {

    private final CurrentUser whereabouts;

    SessionPages(CurrentUser whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** The page that fits what somebody is. */
    @GetMapping("/home")
    String home() {
        return "redirect:" + whereabouts.current().home();
    }

    @GetMapping("/session/failed")
    String failed(Model model) {
        model.addAttribute("title", "The log-in did not work");
        model.addAttribute("words", "Nothing has changed. Try once more in a moment.");
        model.addAttribute("link", "/home");
        model.addAttribute("label", "Log in again");
        return "note";
    }

    @GetMapping(SessionSecurity.ENDED)
    String ended(Model model) {
        model.addAttribute("title", "You are logged out");
        model.addAttribute("words", "Close this window if others use this computer too.");
        model.addAttribute("link", "/");
        model.addAttribute("label", "To the start");
        return "note";
    }
}
