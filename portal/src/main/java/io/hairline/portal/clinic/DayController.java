package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Practitioner;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    private final CurrentUser users;
    private final BusinessTime time;
    private final ClinicFrame frame;

    DayController(
            Apis apis,
            Catalogue catalogue,
            ClientNames clients,
            CurrentUser users,
            BusinessTime time,
            ClinicFrame frame) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.clients = clients;
        this.users = users;
        this.time = time;
        this.frame = frame;
    }

    /** One's own clinic; for those who see many, the first of them. */
    @GetMapping("/clinic")
    String choose(@RequestParam(required = false) @Nullable String id) {
        if (id != null) {
            return "redirect:/clinic/"
                    + catalogue.clinic(id).orElseThrow(ApiProblem::unknown).id() + "/day";
        }
        SignedInUser user = users.current();
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
    String day(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            Model model) {
        Clinic clinic = frame.around(id, "day", model);
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), clinic.zoneId());
        LocalDate day = date == null ? now.toLocalDate() : date;
        CallerApis mine = apis.mine();
        Supplier<List<WorkingTime>> working = ParallelCalls.begin(() -> working(mine, clinic, day));
        List<Day.Visit> visits = DayVisits.of(mine, DayVisits.appointments(mine, id, day), clients);
        model.addAttribute("day", Day.of(day, working.get(), visits, now));
        model.addAttribute("date", day);
        model.addAttribute("title", Texts.day(day));
        model.addAttribute("today", now.toLocalDate());
        model.addAttribute("before", day.minusDays(1));
        model.addAttribute("after", day.plusDays(1));
        model.addAttribute("closed", clinic.isClosedOn(day));
        clinic.nextOpenDay(day).ifPresent(it -> {
            model.addAttribute("nextOpen", it);
            model.addAttribute("nextOpenTitle", Texts.day(it));
        });
        return "day";
    }

    private static List<WorkingTime> working(CallerApis mine, Clinic clinic, LocalDate day) {
        List<Practitioner> practitioners =
                mine.headOffice().list(Practitioner.class, "/practitioners", Map.of("clinicId", clinic.id()));
        return ParallelCalls.each(practitioners, it -> {
            PagePart<WorkingTime.Plan> plan =
                    PagePart.of(() -> mine.headOffice().get(WorkingTime.Plan.class, "/practitioners/{id}", it.id()));
            return WorkingTime.of(it.id(), it.displayName(), plan.value(), clinic, day);
        });
    }

    /** Seven days from the given one on, each with its appointments in a list. */
    @GetMapping("/clinic/{id}/week")
    String week(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            Model model) {
        Clinic clinic = frame.around(id, "week", model);
        LocalDate today = LocalDate.ofInstant(time.now(), clinic.zoneId());
        LocalDate from = date == null ? today : date;
        CallerApis mine = apis.mine();
        List<LocalDate> dates = from.datesUntil(from.plusDays(WeekDay.DAYS)).toList();
        List<List<Appointment>> planned = ParallelCalls.each(dates, it -> DayVisits.appointments(mine, id, it));
        ClientNames.Names names =
                clients.names(mine, planned.stream().flatMap(List::stream).toList(), Appointment::clientId);
        model.addAttribute(
                "days",
                IntStream.range(0, WeekDay.DAYS)
                        .mapToObj(it -> WeekDay.of(dates.get(it), clinic, planned.get(it), names, catalogue))
                        .toList());
        model.addAttribute("from", from);
        model.addAttribute("today", today);
        model.addAttribute("earlier", from.minusDays(WeekDay.DAYS));
        model.addAttribute("later", from.plusDays(WeekDay.DAYS));
        return "week";
    }
}
