package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.Apis.Seen;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Practitioner;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DayController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClientNames clients;
    private final CurrentUser whereabouts;
    private final BusinessTime time;
    private final ClinicFrame frame;

    DayController(
            Apis apis,
            Catalogue catalogue,
            ClientNames clients,
            CurrentUser whereabouts,
            BusinessTime time,
            ClinicFrame frame) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.clients = clients;
        this.whereabouts = whereabouts;
        this.time = time;
        this.frame = frame;
    }

    /** One's own clinic; for those who see many, the first of them. */
    @GetMapping("/clinic")
    String choose(@RequestParam(required = false) @Nullable String id) {
        if (id != null) {
            return "redirect:/clinic/" + id + "/day";
        }
        SignedInUser user = whereabouts.current();
        return "redirect:/clinic/" + user.clinic().orElseGet(() -> firstOf(user)) + "/day";
    }

    private String firstOf(SignedInUser user) {
        return catalogue.clinics().stream()
                .filter(it -> user.region().isEmpty() || user.region().get().equals(it.regionId()))
                .map(Clinic::id)
                .findFirst()
                .orElseThrow(() -> ApiProblem.away("Head office"));
    }

    @GetMapping("/clinic/{id}/day")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            Model model) {
        Clinic clinic = frame.around(id, "day", model);
        LocalDate today = LocalDate.ofInstant(time.now(), clinic.zoneId());
        LocalDate day = date == null ? today : date;
        Seen mine = apis.mine();
        List<Appointment> appointments =
                mine.booking().list(Appointment.class, "/appointments", Map.of("clinicId", id, "date", day));
        List<Day.Visit> visits = ParallelCalls.each(appointments, it -> visit(it, mine));
        List<Practitioner> practitioners =
                apis.everybodys().headOffice().list(Practitioner.class, "/practitioners", Map.of("clinicId", id));
        model.addAttribute("day", Day.of(practitioners, visits));
        model.addAttribute("date", day);
        model.addAttribute("title", CodeLabels.day(day));
        model.addAttribute("today", today);
        model.addAttribute("before", day.minusDays(1));
        model.addAttribute("after", day.plusDays(1));
        return "day";
    }

    @GetMapping("/clinic/{id}/touch-ups")
    String touchUps(@PathVariable String id, Model model) {
        frame.around(id, "touch-ups", model);
        Seen mine = apis.mine();
        model.addAttribute("touchUps", Worklist.of(mine, id, clients));
        return "touch-ups";
    }

    private Day.Visit visit(Appointment it, Seen mine) {
        return new Day.Visit(it, clients.name(mine, it.clientId()), readiness(it, mine));
    }

    private static Readiness readiness(Appointment it, Seen mine) {
        if (!it.isToCome() || it.clientId() == null || it.serviceCode().equals("CONSULTATION")) {
            return Readiness.unknown();
        }
        try {
            return mine.treatment().get(Readiness.class, "/readiness/{id}", it.id());
        } catch (ApiProblem _) {
            return Readiness.unknown();
        }
    }
}
