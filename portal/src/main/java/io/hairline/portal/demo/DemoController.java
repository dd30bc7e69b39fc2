package io.hairline.portal.demo;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/demo")
@ConditionalOnBooleanProperty("hairline.demo")
class DemoController {

    private static final Pattern LINK = Pattern.compile("https?://\\S+[\\w/=&-]");
    private static final List<String> LEAPS = List.of("PT1H", "P1D", "P2D", "P10D", "P30D", "P48M");

    private final Apis apis;
    private final BusinessTime time;
    private final Mailbox mailbox;
    private final CurrentUser users;

    DemoController(Apis apis, BusinessTime time, Mailbox mailbox, CurrentUser users) {
        this.apis = apis;
        this.time = time;
        this.mailbox = mailbox;
        this.users = users;
    }

    @GetMapping
    String show(Model model) {
        requireStaff();
        Instant now = time.now();
        model.addAttribute("now", words(now));
        model.addAttribute(
                "earliest",
                LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .plusMinutes(1));
        model.addAttribute("leaps", LEAPS);
        model.addAttribute("mayMove", users.current().isBrand());
        model.addAttribute("hasMailbox", mailbox.isThere());
        model.addAttribute("mails", mailbox.isThere() ? PagePart.of(mailbox::all) : PagePart.of(List::of));
        return "demo";
    }

    @PostMapping(path = "/clock", params = "advance")
    String move(@RequestParam String advance, @RequestParam String once, Model model) {
        return move(Map.of("advance", advance), once, model);
    }

    /** To a wall time in UTC. */
    @PostMapping(path = "/clock", params = "until")
    String moveUntil(
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime until,
            @RequestParam String once,
            Model model) {
        return move(Map.of("instant", until.toInstant(ZoneOffset.UTC).toString()), once, model);
    }

    private String move(Map<String, String> whereTo, String once, Model model) {
        try {
            apis.mine().booking().post(once, whereTo, "/demo/clock");
            return "redirect:/demo";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }

    @GetMapping("/mails/{box}/{uid}")
    String mail(@PathVariable String box, @PathVariable String uid, Model model) {
        requireStaff();
        Mailbox.Mail mail = mailbox.find(box, uid).orElseThrow(ApiProblem::unknown);
        model.addAttribute("mail", mail);
        model.addAttribute("when", words(mail.sentAt()));
        model.addAttribute(
                "links",
                LINK.matcher(mail.text())
                        .results()
                        .map(it -> it.group())
                        .distinct()
                        .toList());
        return "mail";
    }

    /** What the demo sends to everybody is nothing for a client to read. */
    private void requireStaff() {
        if (!users.current().isStaff()) {
            throw ApiProblem.unknown();
        }
    }

    private static String words(Instant instant) {
        return Texts.text("demo.utc", Texts.moment(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
    }
}
