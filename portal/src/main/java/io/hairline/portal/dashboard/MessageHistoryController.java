package io.hairline.portal.dashboard;

import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of one message behind a number, without its words and its address. */
@Controller
class MessageHistoryController {

    private final Apis apis;
    private final Catalogue catalogue;

    MessageHistoryController(Apis apis, Catalogue catalogue) {
        this.apis = apis;
        this.catalogue = catalogue;
    }

    /** @param rule a template's code for the plan of the message, later why something became of it */
    record Because(Instant at, String rule) {}

    record Explanation(String status, List<Because> because) {}

    /** The same in words, in the clinic's time. */
    record Step(String when, String what) {}

    @GetMapping("/dashboard/messages/{clinic}/{id}")
    String show(@PathVariable String clinic, @PathVariable String id, Model model) {
        ZoneId zone = catalogue.clinic(clinic).map(Clinic::zoneId).orElse(ZoneOffset.UTC);
        Explanation it = apis.mine().notification().get(Explanation.class, "/messages/{id}/explanation", id);
        model.addAttribute("clinic", catalogue.clinicName(clinic));
        model.addAttribute("status", CodeLabels.label("message.status", it.status()));
        model.addAttribute("steps", steps(it.because(), zone));
        return "dashboard-message";
    }

    static List<Step> steps(List<Because> because, ZoneId zone) {
        return because.stream()
                .map(it -> new Step(Texts.moment(LocalDateTime.ofInstant(it.at(), zone)), words(it.rule())))
                .toList();
    }

    private static String words(String rule) {
        String template = Texts.textOr("template." + rule, "");
        return template.isEmpty() ? CodeLabels.messageReason(rule) : Texts.text("drill.message.planned", template);
    }
}
