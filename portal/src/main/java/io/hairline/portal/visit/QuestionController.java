package io.hairline.portal.visit;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.input.SubmittedForm;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A question to a clinic, without an account and without a booking. */
@Controller
@RequestMapping("/ask")
class QuestionController {

    private static final String[] FIELDS = {"name", "contact", "wish", "clinicId"};

    private final GuestTokens guests;
    private final Catalogue catalogue;
    private final BusinessTime time;

    QuestionController(GuestTokens guests, Catalogue catalogue, BusinessTime time) {
        this.guests = guests;
        this.catalogue = catalogue;
        this.time = time;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String where, Model model) {
        return page(SubmittedForm.empty(), where, model);
    }

    @PostMapping
    String send(@RequestParam MultiValueMap<String, String> fields, HttpServletRequest request, Model model) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            var _ = guests.of(request).booking().post(form.once(), form.body(FIELDS), "/enquiries");
            model.addAttribute("sent", true);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
        }
        return page(form, form.text("clinicId"), model);
    }

    private String page(SubmittedForm form, String where, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("where", where);
        model.addAttribute("clinics", catalogue.clinicsRunningAt(time.now()));
        return "ask";
    }
}
