package io.hairline.portal.desk;

import io.hairline.portal.api.Apis;
import io.hairline.portal.appointment.PaymentForm;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.notice.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the manager gives back on the client's card: of a course as a whole, or for a product that is brought back. */
@Controller
class RefundController {

    private static final String REFUND = "/clinic/{clinic}/clients/{id:cli_.*}/payments/{payment}/refund";

    private final Apis apis;
    private final ClientCardController cards;

    RefundController(Apis apis, ClientCardController cards) {
        this.apis = apis;
        this.cards = cards;
    }

    @PostMapping(REFUND)
    String giveBack(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String payment,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return cards.sent(
                clinic,
                id,
                () -> Notices.refunded(apis.mine()
                        .booking()
                        .post(form.once(), PaymentForm.refund(form), "/payments/{id}/refund", payment)),
                model,
                next);
    }
}
