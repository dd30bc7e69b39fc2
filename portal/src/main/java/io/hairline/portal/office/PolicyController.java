package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The booking policy of the brand. */
@Controller
@RequestMapping("/office/policy")
class PolicyController {

    private static final List<String> NUMBERS =
            List.of("leadTimeMinutes", "horizonDays", "holdMinutes", "openHolds", "graceMinutes");

    /** Parts of the policy that the page doesn't show and hands on as they are. */
    private static final List<String> KEPT = List.of("deposit", "healing");

    private final Apis apis;
    private final CurrentUser users;

    PolicyController(Apis apis, CurrentUser users) {
        this.apis = apis;
        this.users = users;
    }

    /** One step of what comes back when an appointment is cancelled. */
    record Tier(int number, String noticeHours, String refundPercent) {}

    /** A number of the policy. */
    record Setting(String name, String value) {}

    @GetMapping
    String show(Model model) {
        OfficePages.require(users);
        JsonNode current = current();
        JsonNode booking = current.path("booking");
        model.addAttribute("version", current.path("version").asLong(0));
        model.addAttribute(
                "settings",
                NUMBERS.stream()
                        .map(it -> new Setting(it, booking.path(it).asString("")))
                        .toList());
        List<JsonNode> tiers = booking.path("cancellation").valueStream().toList();
        model.addAttribute(
                "tiers",
                java.util.stream.IntStream.range(0, tiers.size())
                        .mapToObj(it -> new Tier(
                                it + 1,
                                tiers.get(it).path("noticeHours").asString(""),
                                tiers.get(it).path("refundPercent").asString("")))
                        .toList());
        return "policy";
    }

    /** The rows that are filled in, as numbers. */
    private static List<Map<String, Object>> tiers(SubmittedForm form) {
        return form.rows("noticeHours", "refundPercent").stream()
                .map(it -> {
                    Map<String, Object> tier = new LinkedHashMap<>(it);
                    tier.put("noticeHours", SubmittedForm.parsed(String.valueOf(it.get("noticeHours"))));
                    return tier;
                })
                .toList();
    }

    private JsonNode current() {
        return apis.mine()
                .headOffice()
                .read("/policies", Map.of())
                .path("items")
                .valueStream()
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    @PostMapping
    String publish(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = new LinkedHashMap<>();
        NUMBERS.forEach(it -> body.put(it, form.number(it)));
        body.put("cancellation", tiers(form));
        JsonNode booking = current().path("booking");
        KEPT.stream().filter(it -> booking.path(it).isObject()).forEach(it -> body.put(it, booking.path(it)));
        try {
            apis.mine().headOffice().post(form.once(), form.version(), body, "/policies");
            next.addFlashAttribute("notice", Texts.text("policy.changed"));
            return "redirect:/office/policy";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }
}
