package io.hairline.portal.team;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.PlanChanges;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Opening hours and closed days of a clinic, and whether it offers numbing. */
@Controller
@RequestMapping("/clinic/{clinic}/hours")
class HoursController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClinicFrame frame;
    private final BusinessTime time;
    private final PlanChanges changes;

    HoursController(Apis apis, Catalogue catalogue, ClinicFrame frame, BusinessTime time, PlanChanges changes) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.frame = frame;
        this.time = time;
        this.changes = changes;
    }

    @GetMapping
    String show(@PathVariable String clinic, Model model) {
        Clinic here = frame.around(clinic, "hours", model);
        Clinic now = apis.mine().headOffice().get(Clinic.class, "/clinics/{id}", clinic);
        LocalDate today = LocalDate.ofInstant(time.now(), here.zoneId());
        model.addAttribute("version", now.version());
        model.addAttribute("numbing", now.offersNumbing());
        model.addAttribute("week", WeekForm.of(now.hours()));
        model.addAttribute("today", today);
        model.addAttribute(
                "closedDays",
                now.closed().stream()
                        .filter(it -> !it.isBefore(today))
                        .map(Texts::day)
                        .toList());
        model.addAttribute(
                "reasons", List.of("HOLIDAY", "TRAINING", "MAINTENANCE", "STAFF_SHORTAGE", "EMERGENCY", "OTHER"));
        return "hours";
    }

    @PostMapping
    String change(
            @PathVariable String clinic,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = Map.of("openingHours", WeekForm.hours(form));
        Map<String, ?> week = Map.of("clinicId", clinic, "shift", WeekForm.shifts(form));
        if (changes.asks(form, "/clinic/" + clinic + "/hours", week, model)) {
            return show(clinic, model);
        }
        return send(clinic, form, body, "/clinics/{id}/hours", "hours.changed", model, next);
    }

    @PostMapping("/closed-days")
    String close(
            @PathVariable String clinic,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, ?> day = Map.of("clinicId", clinic, "from", form.text("date"));
        if (changes.asks(form, "/clinic/" + clinic + "/hours/closed-days", day, model)) {
            return show(clinic, model);
        }
        return send(
                clinic,
                form,
                form.body("date", "reasonCode"),
                "/clinics/{id}/closed-days",
                "hours.closed",
                model,
                next);
    }

    @PostMapping("/numbing")
    String offerNumbing(
            @PathVariable String clinic,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = Map.of("offered", Boolean.valueOf(form.text("offered")));
        return send(clinic, form, body, "/clinics/{id}/numbing", "numbing.changed", model, next);
    }

    private String send(
            String clinic,
            SubmittedForm form,
            Map<String, Object> body,
            String path,
            String notice,
            Model model,
            RedirectAttributes next) {
        try {
            JsonNode answer = apis.mine().headOffice().post(form.once(), form.version(), body, path, clinic);
            catalogue.forget();
            next.addFlashAttribute("notice", Notices.changed(form.version(), answer, notice));
            return "redirect:/clinic/" + clinic + "/hours";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e.ofRows(WeekForm.days(form)));
            return show(clinic, model);
        }
    }
}
