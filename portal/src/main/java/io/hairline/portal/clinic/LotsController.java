package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** What a clinic has in stock, what has just arrived, and what is done with a lot. */
@Controller
@RequestMapping("/clinic/{id}/lots")
class LotsController {

    private static final String LABEL_FIELD = "labelFields.";

    private final Apis apis;
    private final ClinicFrame frame;
    private final CurrentUser users;
    private final BusinessTime time;
    private final Catalogue catalogue;

    LotsController(Apis apis, ClinicFrame frame, CurrentUser users, BusinessTime time, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.apis = apis;
        this.frame = frame;
        this.users = users;
        this.time = time;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        return page(id, SubmittedForm.empty(), Optional.empty(), model);
    }

    @GetMapping("/gone")
    String gone(@PathVariable String id, @RequestParam(defaultValue = "") String cursor, Model model) {
        frame.around(id, "lots", model);
        model.addAttribute("lots", Stock.gone(apis.mine(), id, cursor));
        return "lots-gone";
    }

    @PostMapping
    String receive(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> lot = form.body("kind", "maker", "product", "colourIndex", "lotNumber", "expiresOn");
        lot.put("clinicId", id);
        lot.put("labelFields", labelFields(fields));
        try {
            for (String number : List.of("millilitres", "useWithinDays")) {
                if (form.has(number)) {
                    lot.put(number, form.number(number));
                }
            }
            next.addFlashAttribute("notice", notice(apis.mine().treatment().post(form.once(), lot, "/lots")));
            return "redirect:/clinic/" + id + "/lots";
        } catch (ApiProblem e) {
            return page(id, form, Optional.of(e), model);
        }
    }

    private static Map<String, String> labelFields(MultiValueMap<String, String> fields) {
        Map<String, String> said = new HashMap<>();
        fields.toSingleValueMap().forEach((name, words) -> {
            if (name.startsWith(LABEL_FIELD) && !words.isBlank()) {
                said.put(name.substring(LABEL_FIELD.length()), words.strip());
            }
        });
        return said;
    }

    @PostMapping("/{lot}/{what}")
    String move(
            @PathVariable String id,
            @PathVariable String lot,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        LotMoves move = LotMoves.of(what);
        SubmittedForm form = new SubmittedForm(fields);
        try {
            JsonNode answer = apis.mine()
                    .treatment()
                    .post(form.once(), form.version(), move.body(form), "/lots/{id}/" + move.path(), lot);
            next.addFlashAttribute("notice", notice(move, answer));
            return "redirect:/clinic/" + id + "/lots";
        } catch (ApiProblem e) {
            return page(id, SubmittedForm.empty(), Optional.of(e), model);
        }
    }

    /** What the answer says of the lot, not what was hoped for: an expired lot can be received and isn't usable. */
    static String notice(JsonNode answer) {
        Stock.Lot lot = JsonMapper.shared().treeToValue(answer, Stock.Lot.class);
        return lot.isUsable()
                ? Texts.text("lots.received", lot.name())
                : Texts.text("lots.received-unusable", lot.name(), lot.statusWords());
    }

    /** What was done, and what the lot is now where that isn't what one would think. */
    static String notice(LotMoves move, JsonNode answer) {
        Stock.Lot lot = JsonMapper.shared().treeToValue(answer, Stock.Lot.class);
        String done = Texts.text("lots.moved." + move.path());
        return move.leadsTo(lot.status()) ? done : done + " " + Texts.text("lots.now", lot.name(), lot.statusWords());
    }

    private String page(String id, SubmittedForm form, Optional<ApiProblem> refused, Model model) {
        Clinic clinic = frame.around(id, "lots", model);
        model.addAttribute("lots", Stock.left(apis.mine(), id));
        boolean mayReceive = users.current().mayReceiveLots(id);
        model.addAttribute("mayReceive", mayReceive);
        model.addAttribute(
                "heldUses",
                users.current().readsCharts(id)
                        ? Stock.heldBackUses(apis.mine(), id).or(List.of())
                        : List.of());
        model.addAttribute("labelFields", mayReceive ? Stock.labelFields(apis.mine(), id) : List.of());
        model.addAttribute("others", others(users.current(), id, catalogue.clinics()));
        model.addAttribute("form", form);
        model.addAttribute("alert", refused.orElse(null));
        model.addAttribute("today", LocalDate.ofInstant(time.now(), clinic.zoneId()));
        return "lots";
    }

    /** The other clinics to which a person can transfer a lot: those that the person manages as well. */
    static List<Clinic> others(SignedInUser user, String id, List<Clinic> clinics) {
        return clinics.stream()
                .filter(it -> !it.id().equals(id) && user.managesClinic(it.id()))
                .toList();
    }
}
