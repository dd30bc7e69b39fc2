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

/** What the desk takes for a course as a whole, such as its deposit. */
@Controller
@RequestMapping("/clinic/{clinic}/clients/{id:cli_.*}/courses/{course}")
class CourseAccountController {

    private final Apis apis;
    private final ClientCardController cards;

    CourseAccountController(Apis apis, ClientCardController cards) {
        this.apis = apis;
        this.cards = cards;
    }

    @PostMapping("/payment")
    String pay(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String course,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return cards.sent(
                clinic,
                id,
                () -> Notices.paid(
                        apis.mine()
                                .booking()
                                .post(form.once(), PaymentForm.payment(form, "courseId", course), "/payments"),
                        "notice.noted"),
                model,
                next);
    }

    /** The manager doesn't wait for the deposit, and says why. */
    @PostMapping("/confirm")
    String confirm(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String course,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return cards.sent(
                clinic,
                id,
                () -> Notices.course(apis.mine()
                        .booking()
                        .post(form.once(), form.body("reasonCode", "reason"), "/courses/{id}/confirm", course)),
                model,
                next);
    }

    /** The times that are kept suit nobody any more. */
    @PostMapping("/give-back")
    String giveTimesBack(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String course,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        return cards.sent(
                clinic,
                id,
                () -> Notices.course(apis.mine().booking().post(once, Map.of(), "/courses/{id}/give-back", course)),
                model,
                next);
    }
}
