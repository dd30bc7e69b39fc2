package io.hairline.portal.forms;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.Numbing;
import io.hairline.portal.brand.PricedSession;
import io.hairline.portal.brand.Risk;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** A plan that a client reads and accepts, and whose sessions they book all at once. */
@Controller
@RequestMapping("/me/plans/{id}")
class PlanController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final BusinessTime time;

    PlanController(Apis apis, Catalogue catalogue, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.time = time;
    }

    record Plan(
            String id,
            String status,
            @Nullable String kind,
            @Nullable String clinicId,
            List<PricedSession> sessions,
            Money total,
            @Nullable List<String> risksExplained,
            @Nullable Numbing numbing) {
        public boolean isOpen() {
            return "PROPOSED".equals(status);
        }

        public boolean isAccepted() {
            return "ACCEPTED".equals(status);
        }
    }

    @GetMapping
    String show(@PathVariable String id, Principal who, Model model) {
        CallerApis mine = apis.mine();
        Plan plan = mine.treatment().get(Plan.class, "/plans/{id}", id);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "risks",
                Risk.of(mine.treatment(), Objects.requireNonNullElse(plan.risksExplained(), List.<String>of())));
        PlannedCourse course = plan.isOpen() ? null : PlannedCourse.of(mine.booking(), who.getName(), id);
        model.addAttribute("course", course);
        String clinic = plan.clinicId();
        model.addAttribute(
                "terms",
                course != null || clinic == null ? null : CourseTerms.of(mine.booking(), clinic, plan.total()));
        if (plan.isAccepted()) {
            Instant now = time.now();
            model.addAttribute("bookable", course == null);
            model.addAttribute("clinics", catalogue.clinicsRunningAt(now));
            model.addAttribute(
                    "tomorrow", LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1));
        }
        return "plan";
    }

    @PostMapping("/accept")
    String accept(
            @PathVariable String id,
            @RequestParam String signedName,
            @RequestParam(required = false) @Nullable String drawing,
            @RequestParam String once,
            Principal who,
            Model model,
            RedirectAttributes next) {
        try {
            Map<String, ?> body = Map.of("signature", SubmittedForm.signature(signedName, drawing));
            apis.mine().treatment().post(once, body, "/plans/{id}/accept", id);
            next.addFlashAttribute("notice", Texts.text("notice.signed"));
            return "redirect:/me/plans/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(id, who, model);
        }
    }

    /** All sessions or none; what comes next is the deposit that makes them sure. */
    @PostMapping("/course")
    String book(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam List<String> clinicIds,
            @RequestParam String once,
            Principal who,
            Model model) {
        List<String> where =
                clinicIds.stream().filter(it -> !it.isEmpty()).distinct().toList();
        Map<String, ?> body =
                Map.of("clientId", who.getName(), "planId", id, "propose", Map.of("from", from, "clinicIds", where));
        try {
            JsonNode course = apis.mine().booking().post(once, body, "/courses");
            return "redirect:/me/courses/" + course.path("id").asString() + "/deposit";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("wanted", where);
            model.addAttribute("from", from);
            return show(id, who, model);
        }
    }
}
