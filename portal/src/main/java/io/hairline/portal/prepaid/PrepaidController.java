package io.hairline.portal.prepaid;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Money;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gift cards and credit at the desk. A card's code is shown once, after its sale. */
@Controller
@RequestMapping("/clinic/{clinic}/prepaid")
class PrepaidController {

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;

    PrepaidController(Apis apis, ClinicFrame frame, ClientNames clients) {
        this.apis = apis;
        this.frame = frame;
        this.clients = clients;
    }

    /** A movement. */
    record Line(OffsetDateTime at, String kind, Money amount, Money balance) {
        public String day() {
            return Texts.date(at.toLocalDate());
        }
    }

    /** What a client has paid in advance. */
    record Credit(String id, String status, String clinicId, Money amount, Money balance, List<Line> lines) {

        /** Whether a clinic may take it back: it sold it, and all of it is left. */
        public boolean isReturnable(String clinic) {
            return clinicId.equals(clinic) && isWhole(status, amount, balance);
        }
    }

    /** What is left on a gift card. */
    record Balance(String status, Money balance, Money amount) {

        public boolean isReturnable() {
            return isWhole(status, amount, balance);
        }
    }

    private static boolean isWhole(String status, Money amount, Money balance) {
        return status.equals("ACTIVE") && amount.equals(balance);
    }

    @GetMapping
    String show(@PathVariable String clinic, @RequestParam(required = false) @Nullable String clientId, Model model) {
        Clinic here = frame.around(clinic, "prepaid", model);
        CallerApis mine = apis.mine();
        model.addAttribute("person", clients.find(mine, clientId));
        model.addAttribute("currency", here.currency());
        if (clientId != null && !clientId.isBlank()) {
            model.addAttribute(
                    "credit",
                    PagePart.of(() -> mine.booking().list(Credit.class, "/prepaid", Map.of("clientId", clientId))));
        }
        if (model.getAttribute("form") == null) {
            model.addAttribute("form", SubmittedForm.empty());
        }
        return "prepaid";
    }

    @PostMapping("/gift-cards")
    String sellCard(
            @PathVariable String clinic,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            JsonNode sold = apis.mine().booking().post(form.once(), sale(clinic, form), "/gift-cards");
            next.addFlashAttribute("code", sold.path("code").asString(""));
            next.addFlashAttribute("notice", sold(sold));
            return "redirect:/clinic/" + clinic + "/prepaid";
        } catch (ApiProblem e) {
            return again(clinic, null, form, e, model);
        }
    }

    @PostMapping("/credit")
    String sellCredit(
            @PathVariable String clinic,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        String client = form.text("clientId");
        try {
            Map<String, Object> body = sale(clinic, form);
            body.put("clientId", client);
            next.addFlashAttribute("notice", sold(apis.mine().booking().post(form.once(), body, "/prepaid")));
            return "redirect:/clinic/" + clinic + "/prepaid?clientId=" + client;
        } catch (ApiProblem e) {
            return again(clinic, client, form, e, model);
        }
    }

    @PostMapping("/balance")
    String balance(@PathVariable String clinic, @RequestParam String code, @RequestParam String once, Model model) {
        try {
            JsonNode left = apis.mine().booking().post(once, Map.of("code", code), "/gift-cards/balance");
            model.addAttribute("balanceCode", code);
            model.addAttribute("balance", JsonMapper.shared().treeToValue(left, Balance.class));
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
        }
        return show(clinic, null, model);
    }

    @PostMapping("/credit/{id}/take-back")
    String takeBackCredit(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        String client = form.text("clientId");
        try {
            JsonNode back =
                    apis.mine().booking().post(form.once(), form.body("reasonCode"), "/prepaid/{id}/take-back", id);
            next.addFlashAttribute("notice", takenBack(back));
            return "redirect:/clinic/" + clinic + "/prepaid?clientId=" + client;
        } catch (ApiProblem e) {
            return again(clinic, client, form, e, model);
        }
    }

    @PostMapping("/gift-cards/take-back")
    String takeBackCard(
            @PathVariable String clinic,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            JsonNode back =
                    apis.mine().booking().post(form.once(), form.body("code", "reasonCode"), "/gift-cards/take-back");
            next.addFlashAttribute("notice", takenBack(back));
            return "redirect:/clinic/" + clinic + "/prepaid";
        } catch (ApiProblem e) {
            return again(clinic, null, form, e, model);
        }
    }

    private static String takenBack(JsonNode it) {
        boolean done = it.path("status").asString("").equals("TAKEN_BACK");
        return Texts.text(done ? "takeback.done" : "takeback.waits");
    }

    private String again(String clinic, @Nullable String client, SubmittedForm form, ApiProblem why, Model model) {
        model.addAttribute("alert", why);
        model.addAttribute("form", form);
        return show(clinic, client, model);
    }

    private static Map<String, Object> sale(String clinic, SubmittedForm form) {
        Map<String, Object> body = new LinkedHashMap<>(form.body("method"));
        body.put("clinicId", clinic);
        body.put("amount", Map.of("amount", form.amount("amount"), "currency", form.text("currency")));
        return body;
    }

    private static String sold(JsonNode it) {
        return Texts.text(it.path("status").asString("").equals("ACTIVE") ? "prepaid.sold" : "notice.paying");
    }
}
