package io.hairline.portal.team;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Clinic.Hours;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Practitioner;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.PlanChanges;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

/** Working weeks and absences of a clinic's practitioners. */
@Controller
@RequestMapping("/clinic/{clinic}/team")
class TeamController {

    private final Apis apis;
    private final ClinicFrame frame;
    private final BusinessTime time;
    private final PlanChanges changes;

    TeamController(Apis apis, ClinicFrame frame, BusinessTime time, PlanChanges changes) {
        this.apis = apis;
        this.frame = frame;
        this.time = time;
        this.changes = changes;
    }

    record Rota(String clinicId, List<Hours> shifts) {}

    record Absence(
            LocalDate from, LocalDate until, @Nullable String reasonCode) {
        public String words() {
            String days = from.equals(until)
                    ? Texts.date(from)
                    : Texts.text("hours.range", Texts.date(from), Texts.date(until));
            return reasonCode == null ? days : days + ", " + CodeLabels.label("absence", reasonCode);
        }
    }

    record Plan(
            String id,
            @Nullable Long version,
            String displayName,
            @Nullable List<Rota> rota,
            @Nullable List<Absence> absences) {}

    /** A practitioner with the week in this clinic and the absences that aren't over. */
    record Member(Plan it, List<WeekForm.Row> week, List<Absence> absences) {}

    @GetMapping
    String show(@PathVariable String clinic, Model model) {
        Clinic here = frame.around(clinic, "team", model);
        LocalDate today = LocalDate.ofInstant(time.now(), here.zoneId());
        CallerApis mine = apis.mine();
        model.addAttribute("today", today);
        model.addAttribute("members", PagePart.of(() -> members(mine, clinic, today)));
        model.addAttribute("reasons", List.of("HOLIDAY", "TRAINING", "LEAVE", "UNAVAILABLE", "OTHER"));
        return "team";
    }

    private static List<Member> members(CallerApis mine, String clinic, LocalDate today) {
        List<Practitioner> all =
                mine.headOffice().list(Practitioner.class, "/practitioners", Map.of("clinicId", clinic));
        return ParallelCalls.each(
                all, it -> member(mine.headOffice().get(Plan.class, "/practitioners/{id}", it.id()), clinic, today));
    }

    private static Member member(Plan plan, String clinic, LocalDate today) {
        List<Hours> shifts = Objects.requireNonNullElse(plan.rota(), List.<Rota>of()).stream()
                .filter(it -> it.clinicId().equals(clinic))
                .flatMap(it -> it.shifts().stream())
                .toList();
        List<Absence> absences = Objects.requireNonNullElse(plan.absences(), List.<Absence>of()).stream()
                .filter(it -> !it.until().isBefore(today))
                .toList();
        return new Member(plan, WeekForm.of(shifts), absences);
    }

    @PostMapping("/{id}/rota")
    String changeWeek(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = Map.of("clinicId", clinic, "shifts", WeekForm.hours(form));
        Map<String, ?> week = Map.of("practitionerId", id, "clinicId", clinic, "shift", WeekForm.shifts(form));
        if (changes.asks(form, "/clinic/" + clinic + "/team/" + id + "/rota", week, model)) {
            return show(clinic, model);
        }
        return send(clinic, form, body, "/practitioners/{id}/rota", id, "team.changed", model, next);
    }

    @PostMapping("/{id}/absences")
    String noteAbsence(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = form.body("from", "until", "reasonCode");
        body.put("clinicId", clinic);
        Map<String, ?> days =
                Map.of("practitionerId", id, "clinicId", clinic, "from", form.text("from"), "to", form.text("until"));
        if (changes.asks(form, "/clinic/" + clinic + "/team/" + id + "/absences", days, model)) {
            return show(clinic, model);
        }
        return send(clinic, form, body, "/practitioners/{id}/absences", id, "team.absent", model, next);
    }

    private String send(
            String clinic,
            SubmittedForm form,
            Map<String, Object> body,
            String path,
            String id,
            String notice,
            Model model,
            RedirectAttributes next) {
        try {
            JsonNode answer = apis.mine().headOffice().post(form.once(), form.version(), body, path, id);
            next.addFlashAttribute("notice", Notices.changed(form.version(), answer, notice));
            return "redirect:/clinic/" + clinic + "/team";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e.ofRows(WeekForm.days(form)));
            return show(clinic, model);
        }
    }
}
