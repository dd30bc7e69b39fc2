package io.hairline.portal.desk;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that may be of one person, side by side, with the merge and its undoing. */
@Controller
@RequestMapping("/clinic/{clinic}/duplicates")
class DuplicatesController {

    private final Apis apis;
    private final ClinicFrame frame;
    private final Catalogue catalogue;

    DuplicatesController(Apis apis, ClinicFrame frame, Catalogue catalogue) {
        this.apis = apis;
        this.frame = frame;
        this.catalogue = catalogue;
    }

    /** Two records, as booking compares them. */
    record Pair(
            String clientId,
            ClientNames.Person client,
            ClientNames.Person other,
            double score,
            List<String> because,
            boolean merged) {

        public String percent() {
            return Texts.text("merge.score", Math.round(score * 100));
        }

        public String inCommon() {
            return because.stream()
                    .map(it -> CodeLabels.label("merge.because", it))
                    .collect(Collectors.joining(", "));
        }
    }

    @GetMapping
    String list(@PathVariable String clinic, @RequestParam(required = false) @Nullable String cursor, Model model) {
        var _ = frame.around(clinic, "clients", model);
        model.addAttribute("names", catalogue);
        model.addAttribute(
                "pairs",
                PagePart.of(() -> apis.mine()
                        .booking()
                        .page(
                                Pair.class,
                                "/duplicates",
                                cursor == null
                                        ? Map.of("clinicId", clinic)
                                        : Map.of("clinicId", clinic, "cursor", cursor))));
        return "duplicates";
    }

    @PostMapping("/{id}/merge")
    String merge(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String intoId,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            var _ = apis.mine().booking().post(once, Map.of("intoId", intoId), "/clients/{id}/merge", id);
            next.addFlashAttribute("notice", Texts.text("merge.done"));
            return "redirect:/clinic/" + clinic + "/duplicates";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("overlaps", overlaps(e));
            return list(clinic, null, model);
        }
    }

    @PostMapping("/{id}/unmerge")
    String unmerge(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            var _ = apis.mine().booking().post(once, Map.of(), "/clients/{id}/unmerge", id);
            next.addFlashAttribute("notice", Texts.text("merge.undone"));
            return "redirect:/clinic/" + clinic + "/duplicates";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(clinic, null, model);
        }
    }

    /** The appointments that one person can't both have; those of other clinics aren't the desk's to see. */
    private List<Appointment> overlaps(ApiProblem refused) {
        return refused.field("pairs")
                .valueStream()
                .flatMap(it ->
                        List.of(it.path("first").asString(), it.path("second").asString()).stream())
                .distinct()
                .map(id -> PagePart.of(() -> apis.mine().booking().get(Appointment.class, "/appointments/{id}", id)))
                .filter(PagePart::isThere)
                .map(PagePart::value)
                .filter(Objects::nonNull)
                .toList();
    }
}
