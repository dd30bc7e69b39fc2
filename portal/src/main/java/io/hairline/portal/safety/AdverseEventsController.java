package io.hairline.portal.safety;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** Adverse events for head office and regions: how serious, which lot, where, and how long there is to tell the authority. */
@Controller
@RequestMapping("/office/adverse-events")
class AdverseEventsController {

    private final Apis apis;
    private final Catalogue catalogue;

    AdverseEventsController(Apis apis, Catalogue catalogue) {
        this.apis = apis;
        this.catalogue = catalogue;
    }

    record Batch(String maker, String product, String lotNumber) {
        public String name() {
            return Texts.text("lot.name", maker, product, lotNumber);
        }
    }

    /** An adverse event without the client. */
    record Report(
            String id,
            String clinicId,
            String severity,
            List<Batch> batches,
            boolean ownLabel,
            Instant reportedAt,
            @Nullable LocalDate reportBy,
            @Nullable Long daysLeft,
            @Nullable Instant filedAt,
            @Nullable String outcome) {

        public String day() {
            return Texts.date(reportedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        }

        public String severityWords() {
            return CodeLabels.label("harm.severity", severity);
        }

        public String lots() {
            return batches.isEmpty() ? "–" : batches.stream().map(Batch::name).collect(Collectors.joining("; "));
        }

        public String stateWords() {
            return outcome == null ? Texts.text("harm.open") : CodeLabels.label("harm.outcome", outcome);
        }

        public String clockWords() {
            if (filedAt != null) {
                return Texts.text("harm.filed");
            }
            return reportBy == null || daysLeft == null
                    ? "–"
                    : Texts.text("harm.clock", Texts.date(reportBy), daysLeft);
        }

        public boolean isRunning() {
            return reportBy != null;
        }

        public String look() {
            return daysLeft != null && daysLeft < 5 ? "is-no-show" : "";
        }
    }

    /** How often something went wrong with one batch. */
    record Rate(
            String maker,
            String product,
            String lotNumber,
            long sessions,
            long adverseEvents,
            double limit,
            boolean aboveLimit) {

        public String name() {
            return Texts.text("lot.name", maker, product, lotNumber);
        }

        public String share() {
            return sessions == 0 ? "–" : percent((double) adverseEvents / sessions);
        }

        public String limitWords() {
            return percent(limit);
        }

        private static String percent(double share) {
            return Texts.text(
                    "match.percent",
                    Texts.number(BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP)));
        }
    }

    record Line(Report it, String clinic) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        CallerApis mine = apis.mine();
        Map<String, Object> query = Map.of("open", open, "cursor", cursor);
        model.addAttribute("open", open);
        model.addAttribute(
                "reports",
                PagePart.of(() -> lines(mine.treatment().page(Report.class, "/adverse-event-reports", query))));
        model.addAttribute(
                "rates", PagePart.of(() -> mine.treatment().list(Rate.class, "/adverse-event-reports/lots", Map.of())));
        return "adverse-events";
    }

    private Api.Page<Line> lines(Api.Page<Report> page) {
        return new Api.Page<>(
                page.items().stream()
                        .map(it -> new Line(it, catalogue.clinicName(it.clinicId())))
                        .toList(),
                page.nextCursor());
    }

    @PostMapping("/{id}/file")
    String file(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            var _ = apis.mine()
                    .treatment()
                    .post(form.once(), form.body("reference"), "/adverse-event-reports/{id}/file", id);
            next.addFlashAttribute("notice", Texts.text("harm.file.noted"));
            return "redirect:/office/adverse-events";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(true, "", model);
        }
    }
}
