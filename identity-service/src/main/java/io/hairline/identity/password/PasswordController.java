package io.hairline.identity.password;

import io.hairline.identity.account.Accounts;
import io.hairline.identity.authorization.LoggedInDevices;
import io.hairline.identity.login.ClientIpAddress;
import io.hairline.identity.login.RateLimiter;
import io.hairline.identity.login.RateLimiter.Limit;
import io.hairline.identity.login.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sets a password in two pages: an address is typed, then the code that was mailed there and the new password. Nothing
 * on the pages tells whether the address is known.
 */
@Controller
@RequestMapping("/login/password")
class PasswordController {

    private static final Limit PER_ADDRESS = new Limit("password-address", 20, Duration.ofMinutes(15));
    private static final Limit PER_LOGIN = new Limit("password-login", 5, Duration.ofHours(1));
    private static final String CODE_ID = "password-code";
    private static final int LONGEST = 254;

    private final Accounts accounts;
    private final PasswordCodes codes;
    private final CodeRequests requests;
    private final RateLimiter rateLimiter;
    private final LoggedInDevices devices;

    PasswordController(
            Accounts accounts,
            PasswordCodes codes,
            CodeRequests requests,
            RateLimiter rateLimiter,
            LoggedInDevices devices) {
        this.accounts = accounts;
        this.codes = codes;
        this.requests = requests;
        this.rateLimiter = rateLimiter;
        this.devices = devices;
    }

    @ModelAttribute
    void limits(Model model) {
        model.addAttribute("minutes", PasswordCodes.VALID.toMinutes());
        model.addAttribute("shortest", PasswordRule.SHORTEST);
        model.addAttribute("longest", PasswordRule.MOST_BYTES);
    }

    @GetMapping
    String ask() {
        return "password";
    }

    @PostMapping
    String mail(
            @RequestParam String login,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        String typed = login.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            model.addAttribute("wrong", "password.login-missing");
            return "password";
        }
        Optional<Duration> wait = rateLimiter
                .count(PER_ADDRESS, ClientIpAddress.of(request))
                .or(() -> rateLimiter.count(PER_LOGIN, typed.toLowerCase(Locale.ROOT)));
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), request, response);
            return "error/429";
        }
        String id = UUID.randomUUID().toString();
        session.setAttribute(CODE_ID, id);
        requests.ask(id, typed, language);
        return "redirect:/login/password/code";
    }

    @GetMapping("/code")
    String askForCode(HttpSession session) {
        return session.getAttribute(CODE_ID) == null ? "redirect:/login/password" : "password-code";
    }

    @PostMapping("/code")
    String set(@RequestParam String code, @RequestParam String password, HttpSession session, Model model) {
        if (!(session.getAttribute(CODE_ID) instanceof String id)) {
            return "redirect:/login/password";
        }
        Optional<String> weak = PasswordRule.check(password);
        if (weak.isPresent()) {
            model.addAttribute("wrong", weak.get());
            model.addAttribute("code", code);
            return "password-code";
        }
        Optional<PasswordCode> mailed =
                codes.redeem(id, code).filter(it -> accounts.setPassword(it.accountId(), it.emailToken(), password));
        if (mailed.isEmpty()) {
            model.addAttribute("wrong", "password.wrong-code");
            return "password-code";
        }
        devices.logOut(mailed.get().accountId());
        session.removeAttribute(CODE_ID);
        return "redirect:/login?changed";
    }
}
