package io.hairline.portal.appointment;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.PricedSession;
import io.hairline.portal.input.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What the sessions of a plan cost by the catalogue, while the plan is filled in. */
@Controller
class PlanQuoteController {

    private final Apis apis;

    PlanQuoteController(Apis apis) {
        this.apis = apis;
    }

    record Quote(List<PricedSession> sessions, Money total) {}

    @PostMapping("/clinic/{clinic}/appointments/{id}/plan-quote")
    String quote(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields, Model model) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = PlanFields.quote(form);
        body.put("consultationAppointmentId", id);
        if (form.all("session.serviceCode").stream().anyMatch(it -> !it.isBlank())) {
            try {
                String once = UUID.randomUUID().toString(); // two quotes are as good as one
                var answer = apis.mine().treatment().post(once, body, "/plans/quote");
                model.addAttribute("quote", JsonMapper.shared().treeToValue(answer, Quote.class));
            } catch (ApiProblem e) {
                model.addAttribute("alert", e);
            }
        }
        return "plan-quote :: quote";
    }
}
