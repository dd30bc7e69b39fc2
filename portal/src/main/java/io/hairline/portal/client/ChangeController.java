package io.hairline.portal.client;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
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

/** Moving and cancelling. What it costs stands on the page before the button does. */
@Controller
@RequestMapping("/me/appointments/{id}")
class ChangeController {

    private static final String HER_WISH = "CLIENT_REQUEST";

    private final Apis apis;
    private final Catalogue catalogue;
    private final FreeTimes freeTimes;
    private final BusinessTime time;

    ChangeController(Apis apis, Catalogue catalogue, FreeTimes freeTimes, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.freeTimes = freeTimes;
        this.time = time;
    }

    @GetMapping("/move")
    String whereTo(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            Principal who,
            Model model) {
        Appointment it = appointment(id);
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneId.of(it.zone()));
        LocalDate wanted = from == null ? it.localStart().toLocalDate().minusDays(2) : from;
        LocalDate first = wanted.isBefore(today) ? today : wanted;
        model.addAttribute("appointment", it);
        model.addAttribute("clinic", catalogue.clinicName(it.clinicId()));
        model.addAttribute("practitioner", catalogue.practitionerName(it.practitionerId()));
        model.addAttribute(
                "week", PagePart.of(() -> freeTimes.week(it.serviceCode(), it.clinicId(), first, who.getName())));
        model.addAttribute("today", today);
        model.addAttribute("from", first);
        model.addAttribute("earlier", first.minusDays(Week.DAYS));
        model.addAttribute("later", first.plusDays(Week.DAYS));
        return "move";
    }

    @PostMapping("/move")
    String move(@PathVariable String id, SlotForm slot, Principal who, Model model) {
        Map<String, Object> body = slot.body();
        body.put("reasonCode", HER_WISH);
        try {
            apis.mine().booking().post(slot.key("move"), body, "/appointments/{id}/reschedule", id);
            return "redirect:/me?done=moved";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return whereTo(id, LocalDate.parse(slot.startsAt().substring(0, 10)), who, model);
        }
    }

    @GetMapping("/cancel")
    String askBeforeCancelling(@PathVariable String id, Model model) {
        Appointment it = appointment(id);
        model.addAttribute("appointment", it);
        model.addAttribute("clinic", catalogue.clinicName(it.clinicId()));
        model.addAttribute(
                "cost", apis.mine().booking().get(ClientModels.Cost.class, "/appointments/{id}/cancellation-cost", id));
        return "cancel";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String id, @RequestParam String once, Model model) {
        try {
            apis.mine().booking().post(once, Map.of("reasonCode", HER_WISH), "/appointments/{id}/cancel", id);
            return "redirect:/me?done=cancelled";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return askBeforeCancelling(id, model);
        }
    }

    private Appointment appointment(String id) {
        return apis.mine().booking().get(Appointment.class, "/appointments/{id}", id);
    }
}
