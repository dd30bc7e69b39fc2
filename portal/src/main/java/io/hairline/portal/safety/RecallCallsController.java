package io.hairline.portal.safety;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Which of a clinic's clients haven't confirmed a recall, and whom somebody has told in another way. */
@Controller
@RequestMapping("/clinic/{clinic}/recall-calls")
class RecallCallsController {

    private static final int LINES = 50;

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;

    RecallCallsController(Apis apis, ClinicFrame frame, ClientNames clients) {
        this.apis = apis;
        this.frame = frame;
        this.clients = clients;
    }

    /** A client who is still to be heard from. */
    record Notice(
            String id,
            String maker,
            String product,
            String lotNumber,
            String reasonCode,
            @Nullable String clientId,
            Instant openedAt,
            @Nullable List<RecallView.Told> messages) {}

    /** A line of the list. */
    record Line(Notice it, String client, ZoneId zone) {

        public String batch() {
            return Texts.text("lot.name", it.maker(), it.product(), it.lotNumber());
        }

        public String reason() {
            return CodeLabels.label("recall.reason", it.reasonCode());
        }

        public String since() {
            return Texts.date(LocalDate.ofInstant(it.openedAt(), zone));
        }

        public List<String> told() {
            return Objects.requireNonNullElse(it.messages(), List.<RecallView.Told>of()).stream()
                    .map(one -> one.words(zone))
                    .toList();
        }
    }

    @GetMapping
    String list(@PathVariable String clinic, @RequestParam(defaultValue = "") String cursor, Model model) {
        Clinic here = frame.around(clinic, "tasks", model);
        CallerApis mine = apis.mine();
        Map<String, Object> query = Map.of("clinicId", clinic, "limit", LINES, "cursor", cursor);
        model.addAttribute("notices", PagePart.of(() -> lines(mine, here, query)));
        return "recall-calls";
    }

    private Api.Page<Line> lines(CallerApis mine, Clinic here, Map<String, ?> query) {
        Api.Page<Notice> page = mine.treatment().page(Notice.class, "/recall-notices/outstanding", query);
        ClientNames.Names names = clients.names(mine, page.items(), Notice::clientId);
        return new Api.Page<>(
                page.items().stream()
                        .map(it -> new Line(it, names.of(it.clientId()), here.zoneId()))
                        .toList(),
                page.nextCursor());
    }

    @PostMapping("/{id}")
    String note(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            var _ = apis.mine()
                    .treatment()
                    .post(form.once(), form.body("toldBy"), "/recall-notices/{id}/acknowledge", id);
            next.addFlashAttribute("notice", Texts.text("recall.calls.noted"));
            return "redirect:/clinic/" + clinic + "/recall-calls";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(clinic, "", model);
        }
    }
}
