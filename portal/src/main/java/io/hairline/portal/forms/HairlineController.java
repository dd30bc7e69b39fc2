package io.hairline.portal.forms;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.chart.parts.Consultation;
import io.hairline.portal.chart.parts.HairlineApproval;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.security.Principal;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hairline that was drawn in a consultation, for the client to approve. */
@Controller
@RequestMapping("/me/hairlines/{id:con_[0-9a-z]+}")
class HairlineController {

    private final Apis apis;

    HairlineController(Apis apis) {
        this.apis = apis;
    }

    @GetMapping
    String show(@PathVariable String id, Principal who, Model model) {
        ChartParts all = ChartParts.of(apis.mine().treatment(), who.getName());
        Consultation drawn = all.allConsultations().stream()
                .filter(it -> id.equals(it.id()) && it.hairline() != null)
                .findFirst()
                .orElseThrow(ApiProblem::unknown);
        model.addAttribute("drawn", drawn);
        model.addAttribute("picture", all.pictureOf(Objects.requireNonNull(drawn.hairline())));
        model.addAttribute(
                "approved", all.approval(drawn).map(HairlineApproval::words).orElse(null));
        model.addAttribute(
                "changed", !all.isApproved(drawn) && !all.signedBefore(drawn).isEmpty());
        return "hairline";
    }

    @PostMapping
    String approve(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Principal who,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            HairlineApproval.sign(apis.mine().treatment(), form, id);
            next.addFlashAttribute("notice", Texts.text("notice.signed"));
            return "redirect:/me";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("form", form.again(e));
            return show(id, who, model);
        }
    }
}
