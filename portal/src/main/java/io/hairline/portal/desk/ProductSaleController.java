package io.hairline.portal.desk;

import io.hairline.portal.api.Apis;
import io.hairline.portal.appointment.PaymentForm;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.notice.Notices;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a client buys over the counter without an appointment. */
@Controller
@RequestMapping("/clinic/{clinic}/clients/{id:cli_.*}/sale")
class ProductSaleController {

    private final Apis apis;
    private final ClientCardController cards;

    ProductSaleController(Apis apis, ClientCardController cards) {
        this.apis = apis;
        this.cards = cards;
    }

    @PostMapping
    String sell(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return cards.sent(
                clinic,
                id,
                () -> {
                    Map<String, Object> body = PaymentForm.payment(form, "clientId", id);
                    body.put("clinicId", clinic);
                    return Notices.paid(apis.mine().booking().post(form.once(), body, "/payments"), "notice.noted");
                },
                model,
                next);
    }
}
