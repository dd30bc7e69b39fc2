package io.hairline.portal.client;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.CancellationCost;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import io.hairline.portal.times.Alternatives;
import io.hairline.portal.times.ChosenTime;
import io.hairline.portal.times.FreeTimes;
import io.hairline.portal.times.SlotForm;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Moving and cancelling. What it costs stands on the page before the button does. */
@Controller
@RequestMapping("/me/appointments/{id}")
class MoveOrCancelController {

    private static final String REASON = "CLIENT_REQUEST";
    private static final int DAYS_BEFORE = 2;

    private final Apis apis;
    private final Catalogue catalogue;
    private final FreeTimes freeTimes;
    private final BusinessTime time;

    MoveOrCancelController(Apis apis, Catalogue catalogue, FreeTimes freeTimes, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.freeTimes = freeTimes;
        this.time = time;
    }

    @GetMapping("/move")
    String times(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Principal who,
            Model model,
            RedirectAttributes next) {
        Appointment it = appointment(id, model);
        return it.isChangeable() ? times(it, from, day, who, model) : leave(it, next);
    }

    private String times(
            Appointment it, @Nullable LocalDate from, @Nullable LocalDate day, Principal who, Model model) {
        String id = it.id();
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneId.of(it.zone()));
        LocalDate wanted = from == null ? it.localStart().toLocalDate().minusDays(DAYS_BEFORE) : from;
        LocalDate first = wanted.isBefore(today) ? today : wanted;
        FreeTimes.Search search = new FreeTimes.Search(it.serviceCode(), it.clinicId(), first, day, who.getName(), id);
        model.addAttribute(
                "free",
                PagePart.of(() -> freeTimes.find(apis.mine().booking(), search, "/me/appointments/" + id + "/move?")));
        model.addAttribute("today", today);
        return "move";
    }

    @GetMapping("/move/review")
    String review(@PathVariable String id, SlotForm slot, Model model, RedirectAttributes next) {
        Appointment it = appointment(id, model);
        if (!it.isChangeable()) {
            return leave(it, next);
        }
        model.addAttribute("slot", slot);
        model.addAttribute(
                "chosen", ChosenTime.of(slot, catalogue.clinic(slot.clinicId()).orElseThrow(ApiProblem::unknown)));
        model.addAttribute("newPractitioner", catalogue.practitionerName(slot.practitionerId()));
        model.addAttribute("cost", cost(id));
        return "move-review";
    }

    @PostMapping("/move")
    String move(@PathVariable String id, SlotForm slot, Principal who, Model model, RedirectAttributes next) {
        Map<String, Object> body = slot.body();
        body.put("reasonCode", REASON);
        try {
            JsonNode moved = apis.mine()
                    .booking()
                    .post(slot.key("move"), slot.version(), body, "/appointments/{id}/reschedule", id);
            if (!moved.path("replan").isEmpty()) {
                next.addFlashAttribute("notice", Texts.text("replan.moved"));
                return "redirect:/me/courses/" + moved.path("courseId").asString() + "/replan";
            }
            next.addFlashAttribute("notice", Notices.moved(moved));
            return "redirect:/me";
        } catch (ApiProblem e) {
            model.addAttribute("alert", Appointment.refusal(e));
            model.addAttribute("alternatives", Alternatives.of(e));
            return times(appointment(id, model), slot.start().toLocalDate(), null, who, model);
        }
    }

    @GetMapping("/cancel")
    String askBeforeCancelling(@PathVariable String id, Model model, RedirectAttributes next) {
        Appointment it = appointment(id, model);
        return it.isChangeable() ? ask(id, model) : leave(it, next);
    }

    private String ask(String id, Model model) {
        model.addAttribute("cost", cost(id));
        return "cancel";
    }

    /** From the page of an appointment that can't be changed any more: back to all of them, saying what this one is now. */
    private static String leave(Appointment it, RedirectAttributes next) {
        next.addFlashAttribute("notice", Notices.appointmentIs(it.statusWords()));
        return "redirect:/me";
    }

    @PostMapping("/cancel")
    String cancel(
            @PathVariable String id,
            @RequestParam String once,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String loses,
            Model model,
            RedirectAttributes next) {
        try {
            if (appointment(id, model).isChangeable()) {
                cost(id).requireNoWorseThan(loses);
            }
            next.addFlashAttribute(
                    "notice",
                    Notices.cancelled(apis.mine()
                            .booking()
                            .post(once, version, Map.of("reasonCode", REASON), "/appointments/{id}/cancel", id)));
            return "redirect:/me";
        } catch (ApiProblem e) {
            model.addAttribute("alert", Appointment.refusal(e));
            var _ = appointment(id, model);
            return ask(id, model);
        }
    }

    private CancellationCost cost(String id) {
        return CancellationCost.of(apis.mine(), id);
    }

    private Appointment appointment(String id, Model model) {
        Appointment it = apis.mine().booking().get(Appointment.class, "/appointments/{id}", id);
        model.addAttribute("it", it);
        model.addAttribute("base", "/me/appointments/" + id);
        model.addAttribute("back", "/me");
        model.addAttribute("here", "me");
        model.addAttribute("clinicName", catalogue.clinicName(it.clinicId()));
        model.addAttribute("practitioner", catalogue.practitionerName(it.practitionerId()));
        return it;
    }
}
