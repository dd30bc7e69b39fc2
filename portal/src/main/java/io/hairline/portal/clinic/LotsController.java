package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.session.CurrentUser;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a clinic has in stock, and what has just arrived. */
@Controller
@RequestMapping("/clinic/{id}/lots")
class LotsController {

    private final Apis apis;
    private final ClinicFrame frame;
    private final CurrentUser whereabouts;
    private final BusinessTime time;

    LotsController(Apis apis, ClinicFrame frame, CurrentUser whereabouts, BusinessTime time) {
        this.apis = apis;
        this.frame = frame;
        this.whereabouts = whereabouts;
        this.time = time;
    }

    @GetMapping
    String show(@PathVariable String id, @RequestParam(required = false) @Nullable String received, Model model) {
        model.addAttribute("received", received);
        return page(id, new SubmittedForm(new LinkedMultiValueMap<>()), Optional.empty(), model);
    }

    @PostMapping
    String receive(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields, Model model) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> lot = form.body("kind", "maker", "product", "colourIndex", "lotNumber", "expiresOn");
        lot.put("clinicId", id);
        if (form.has("millilitres")) {
            lot.put("millilitres", form.number("millilitres"));
        }
        try {
            String received = apis.mine()
                    .treatment()
                    .post(form.once(), lot, "/lots")
                    .path("id")
                    .asString();
            return "redirect:/clinic/" + id + "/lots?received=" + received;
        } catch (ApiProblem e) {
            return page(id, form, Optional.of(e), model);
        }
    }

    private String page(String id, SubmittedForm form, Optional<ApiProblem> refused, Model model) {
        Clinic clinic = frame.around(id, "lots", model);
        model.addAttribute("lots", Stock.lots(apis.mine(), id));
        model.addAttribute("mayReceive", whereabouts.current().mayReceiveLots(id));
        model.addAttribute("form", form);
        model.addAttribute("refused", refused.orElse(null));
        model.addAttribute("today", LocalDate.ofInstant(time.now(), clinic.zoneId()));
        return "lots";
    }
}
