package io.hairline.identity.login;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginPage {

    @GetMapping("/login")
    String show(
            @Nullable Principal principal,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            @RequestParam(required = false) @Nullable String changed,
            Model model) {
        model.addAttribute("loggedIn", principal != null);
        model.addAttribute("wrong", error != null);
        model.addAttribute("loggedOut", logout != null);
        model.addAttribute("changed", changed != null);
        return "login";
    }
}
