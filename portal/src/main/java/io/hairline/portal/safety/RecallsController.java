package io.hairline.portal.safety;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.Apis.Seen;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Head office recalls a batch and sees on one screen what it concerns and who has acknowledged it. */
@Controller
@RequestMapping("/office/recalls")
class RecallsController {

    /** As many lines as a person reads; the counts are of all. */
    private static final int MOST_SHOWN = 100;

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClientNames clients;
    private final CurrentUser users;

    RecallsController(Apis apis, Catalogue catalogue, ClientNames clients, CurrentUser users) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.clients = clients;
        this.users = users;
    }

    record Summary(
            String id,
            String maker,
            String product,
            String lotNumber,
            String reasonCode,
            Instant openedAt,
            @Nullable Instant withdrawnAt) {

        public String day() {
            return Texts.date(openedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        }

        public String reasonWords() {
            return CodeLabels.label("recall.reason", reasonCode);
        }
    }

    /** A client who was treated with the batch. */
    record ClientLine(String name, String clinic, boolean acknowledged, String when, boolean takenBack) {}

    /** A session in which the batch was used. */
    record SessionLine(String client, String clinic, String when) {}

    /** What is left of the batch in a clinic. */
    record BottleLine(String clinic, String lotNumber, String left) {}

    @GetMapping
    String list(Model model) {
        return page(SubmittedForm.empty(), model);
    }

    private String page(SubmittedForm form, Model model) {
        requireHeadOffice();
        model.addAttribute("form", form);
        model.addAttribute(
                "recalls",
                PagePart.of(() -> apis.mine().treatment().list(Summary.class, "/recalls", Map.of("limit", 100))));
        return "recalls";
    }

    @PostMapping
    String open(@RequestParam MultiValueMap<String, String> fields, Model model) {
        requireHeadOffice();
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> batch = form.body("maker", "product", "lotNumber", "reasonCode", "reason");
        try {
            String id = apis.mine()
                    .treatment()
                    .post(form.once(), batch, "/recalls")
                    .path("id")
                    .asString();
            return "redirect:/office/recalls/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(form, model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        return page(id, SubmittedForm.empty(), model);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        requireHeadOffice();
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine().treatment().post(form.once(), form.body("reason"), "/recalls/{id}/withdraw", id);
            next.addFlashAttribute("notice", Texts.text("recall.withdraw.done"));
            return "redirect:/office/recalls/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(id, form, model);
        }
    }

    private String page(String id, SubmittedForm form, Model model) {
        model.addAttribute("form", form);
        Seen mine = apis.mine();
        RecallView it = read(mine, id, model);
        List<RecallView.Exposure> sessions = Objects.requireNonNullElse(it.sessions(), List.of());
        List<RecallView.Concerned> concerned = Objects.requireNonNullElse(it.clients(), List.of());
        List<RecallView.Bottle> bottles = Objects.requireNonNullElse(it.stock(), List.of());
        model.addAttribute(
                "clients",
                ParallelCalls.each(concerned.stream().limit(MOST_SHOWN).toList(), one -> line(mine, one)));
        model.addAttribute(
                "sessions",
                ParallelCalls.each(
                        sessions.stream().limit(MOST_SHOWN).toList(),
                        one -> new SessionLine(
                                clients.name(mine, one.clientId()),
                                catalogue.clinicName(one.clinicId()),
                                moment(one.startedAt(), one.clinicId()))));
        model.addAttribute("sessionCount", sessions.size());
        model.addAttribute(
                "bottles",
                bottles.stream()
                        .map(one -> new BottleLine(
                                catalogue.clinicName(one.clinicId()),
                                one.lotNumber(),
                                Texts.number(one.remainingMillilitres())))
                        .toList());
        return "recall";
    }

    /** The counts alone, which the page asks for again every few seconds. */
    @GetMapping("/{id}/count")
    String count(@PathVariable String id, Model model) {
        var _ = read(apis.mine(), id, model);
        return "recall :: count";
    }

    @GetMapping("/{id:[a-z0-9_]+}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable String id) {
        requireHeadOffice();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(apis.mine().treatment().files().read("/recalls/" + id + "/evidence", Map.of()));
    }

    private RecallView read(Seen mine, String id, Model model) {
        requireHeadOffice();
        RecallView it = mine.treatment().get(RecallView.class, "/recalls/{id}", id);
        model.addAttribute("it", it);
        return it;
    }

    private ClientLine line(Seen mine, RecallView.Concerned it) {
        return new ClientLine(
                clients.name(mine, it.clientId()),
                catalogue.clinicName(it.clinicId()),
                it.acknowledgedAt() != null,
                moment(it.acknowledgedAt(), it.clinicId()),
                it.withdrawnAt() != null);
    }

    private String moment(@Nullable Instant at, String clinic) {
        ZoneId zone = catalogue.clinic(clinic).map(Clinic::zoneId).orElse(ZoneOffset.UTC);
        return at == null ? "–" : Texts.moment(LocalDateTime.ofInstant(at, zone));
    }

    private void requireHeadOffice() {
        if (!users.current().isBrand()) {
            throw ApiProblem.unknown();
        }
    }
}
