package io.hairline.portal.waitlist;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/** The client's own waiting: joining, answering an offer, leaving. */
@Controller
@RequestMapping("/me/waitlist")
class MyWaitlistController {

    private static final Set<String> BOOKED_BY_CLIENTS = Set.of("CONSULTATION", "PATCH_TEST", "TOUCH_UP");
    private static final String PAGE = "redirect:/me/waitlist";
    private static final int DAYS = 60;

    private final Apis apis;
    private final Catalogue catalogue;
    private final BusinessTime time;

    MyWaitlistController(Apis apis, Catalogue catalogue, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** An entry with the names of its clinics and practitioners. */
    record Line(WaitlistEntry it, String clinics, Map<String, String> places) {}

    @GetMapping
    String show(Principal who, Model model) {
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        model.addAttribute(
                "entries",
                PagePart.of(() ->
                        apis
                                .mine()
                                .booking()
                                .list(WaitlistEntry.class, "/waitlist", Map.of("clientId", who.getName()))
                                .stream()
                                .map(this::line)
                                .toList()));
        model.addAttribute(
                "offers",
                catalogue.offers().stream()
                        .filter(it -> BOOKED_BY_CLIENTS.contains(it.code()))
                        .toList());
        model.addAttribute("allClinics", catalogue.clinicsRunningOn(today));
        model.addAttribute("weekdays", WaitlistForm.weekdays());
        model.addAttribute("today", today);
        model.addAttribute("last", today.plusDays(DAYS));
        if (model.getAttribute("form") == null) {
            model.addAttribute("form", SubmittedForm.empty());
        }
        return "waitlist";
    }

    private Line line(WaitlistEntry it) {
        List<String> names = it.clinicIds().stream().map(catalogue::clinicName).toList();
        Map<String, String> places = it.offers().stream()
                .collect(Collectors.toMap(
                        WaitlistEntry.Offer::id,
                        offer -> Texts.text(
                                "waitlist.place",
                                catalogue.clinicName(offer.slot().clinicId()),
                                catalogue.practitionerName(offer.slot().practitionerId())),
                        (first, _) -> first));
        return new Line(it, String.join(", ", names), places);
    }

    @PostMapping
    String join(
            @RequestParam MultiValueMap<String, String> fields, Principal who, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine().booking().post(form.once(), WaitlistForm.body(form, who.getName()), "/waitlist");
            next.addFlashAttribute("notice", Texts.text("waitlist.joined"));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("form", form);
            return show(who, model);
        }
    }

    @PostMapping("/{id}/{answer:accept|decline}")
    String answer(
            @PathVariable String id,
            @PathVariable String answer,
            @RequestParam String offerId,
            @RequestParam String once,
            Principal who,
            Model model,
            RedirectAttributes next) {
        boolean accepted = answer.equals("accept");
        try {
            JsonNode then =
                    apis.mine().booking().post(once, Map.of("offerId", offerId), "/waitlist/{id}/" + answer, id);
            next.addFlashAttribute("notice", accepted ? Notices.booked(then) : Notices.declined(then));
            return accepted ? "redirect:/me" : PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(who, model);
        }
    }

    @PostMapping("/{id}/leave")
    String leave(@PathVariable String id, Principal who, Model model, RedirectAttributes next) {
        try {
            next.addFlashAttribute("notice", Notices.left(apis.mine().booking().end("/waitlist/{id}", id)));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(who, model);
        }
    }
}
