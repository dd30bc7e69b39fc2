package io.hairline.portal.desk;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.CancellationCost;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Slot;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import io.hairline.portal.times.Alternatives;
import io.hairline.portal.times.ChosenTime;
import io.hairline.portal.times.FreeTimes;
import io.hairline.portal.times.SlotForm;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Moves an appointment: only times that are free for the client are offered, and nothing moves before the review. */
@Controller
@RequestMapping("/clinic/{clinic}/appointments/{id}/move")
class MoveController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClinicFrame frame;
    private final ClientNames clients;
    private final FreeTimes freeTimes;
    private final BusinessTime time;

    MoveController(
            Apis apis,
            Catalogue catalogue,
            ClinicFrame frame,
            ClientNames clients,
            FreeTimes freeTimes,
            BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.frame = frame;
        this.clients = clients;
        this.freeTimes = freeTimes;
        this.time = time;
    }

    @GetMapping
    String times(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Model model) {
        Clinic here = frame.around(clinic, "day", model);
        CallerApis mine = apis.mine();
        Appointment it = appointment(mine, id, model);
        LocalDate today = LocalDate.ofInstant(time.now(), here.zoneId());
        LocalDate wanted = from == null ? it.localStart().toLocalDate() : from;
        LocalDate first = wanted.isBefore(today) ? today : wanted;
        model.addAttribute("today", today);
        model.addAttribute(
                "free",
                PagePart.of(() -> freeTimes.find(
                        mine.booking(),
                        new FreeTimes.Search(it.serviceCode(), clinic, first, day, it.clientId(), id),
                        "/clinic/" + clinic + "/appointments/" + id + "/move?")));
        return "move-staff";
    }

    /** Where in one day the appointment could be, for those who drag it there. */
    @GetMapping("/free")
    @ResponseBody
    List<Slot> free(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate date) {
        Api booking = apis.mine().booking();
        Appointment it = booking.get(Appointment.class, "/appointments/{id}", id);
        return freeTimes.on(
                date, booking, new FreeTimes.Search(it.serviceCode(), clinic, date, date, it.clientId(), id));
    }

    @GetMapping("/review")
    String review(@PathVariable String clinic, @PathVariable String id, SlotForm slot, Model model) {
        frame.around(clinic, "day", model);
        CallerApis mine = apis.mine();
        appointment(mine, id, model);
        model.addAttribute("cost", PagePart.of(() -> CancellationCost.of(mine, id)));
        model.addAttribute("slot", slot);
        model.addAttribute(
                "chosen", ChosenTime.of(slot, catalogue.clinic(slot.clinicId()).orElseThrow(ApiProblem::unknown)));
        model.addAttribute("newPractitioner", catalogue.practitionerName(slot.practitionerId()));
        return "move-review-staff";
    }

    @PostMapping
    String move(
            @PathVariable String clinic,
            @PathVariable String id,
            SlotForm slot,
            @RequestParam String reasonCode,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        Map<String, Object> body = slot.body();
        body.put("reasonCode", reasonCode);
        if (!reason.isBlank()) {
            body.put("reason", reason);
        }
        try {
            JsonNode moved = apis.mine()
                    .booking()
                    .post(slot.key("move"), slot.version(), body, "/appointments/{id}/reschedule", id);
            if (!moved.path("replan").isEmpty()) {
                next.addFlashAttribute("notice", Texts.text("replan.moved"));
                return "redirect:/clinic/%s/courses/%s/replan"
                        .formatted(clinic, moved.path("courseId").asString());
            }
            next.addFlashAttribute("notice", Notices.moved(moved));
            String there = moved.path("clinicId").asString();
            return "redirect:/clinic/%s/day?date=%s"
                    .formatted(
                            frame.isOpen(there) ? there : clinic,
                            moved.path("localStart").asString().substring(0, 10));
        } catch (ApiProblem e) {
            model.addAttribute("alert", Appointment.refusal(e));
            model.addAttribute("alternatives", Alternatives.of(e));
            return times(clinic, id, localDay(clinic, slot), null, model);
        }
    }

    private LocalDate localDay(String clinic, SlotForm slot) {
        ZoneId zone = catalogue.clinic(clinic).orElseThrow(ApiProblem::unknown).zoneId();
        return slot.start().atZoneSameInstant(zone).toLocalDate();
    }

    private Appointment appointment(CallerApis mine, String id, Model model) {
        Appointment it = mine.booking().get(Appointment.class, "/appointments/{id}", id);
        model.addAttribute("it", it);
        model.addAttribute("client", clients.find(mine, it.clientId()));
        model.addAttribute("practitioner", catalogue.practitionerName(it.practitionerId()));
        return it;
    }
}
