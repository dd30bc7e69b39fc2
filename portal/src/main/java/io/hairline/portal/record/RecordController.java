package io.hairline.portal.record;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

/** Who has read the client's chart, passes for other clinics, and recalls that concern the client. */
@Controller
@RequestMapping("/me/record")
class RecordController {

    private static final String PAGE = "redirect:/me/record";

    private final Apis apis;
    private final Catalogue catalogue;
    private final BusinessTime time;

    RecordController(Apis apis, Catalogue catalogue, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** One reading of the chart, as treatment logs it. */
    record Reading(
            Instant at,
            @Nullable String whoName,
            String clinicId,
            String what,
            String basis,
            @Nullable String purpose,
            @Nullable String reason) {
        String basisWords() {
            String words = CodeLabels.label("record.basis", basis);
            return purpose == null ? words : words + ", " + CodeLabels.label("record.reading-for", purpose);
        }
    }

    /** A clinic's permission to read the chart. */
    record Pass(
            String id,
            @Nullable Long version,
            String clinicId,
            String purpose,
            LocalDate until,
            @Nullable Instant revokedAt,
            @Nullable String appointmentId,
            boolean inForce) {}

    /** A recalled batch with which the client was treated. */
    record Notice(
            String recallId,
            String maker,
            String product,
            String lotNumber,
            String reasonCode,
            String clinicId,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant withdrawnAt) {}

    /** The client, as booking knows them. */
    record Reader(String zone) {}

    /** A chart that was opened in an emergency, as treatment lists it. */
    record Emergency(
            Instant at,
            @Nullable String whoName,
            String clinicId,
            @Nullable String reasonCode,
            @Nullable String reason) {}

    record EmergencyLine(
            String when,
            String who,
            String clinic,
            @Nullable String code,
            @Nullable String reason) {}

    record ReadingLine(
            String when,
            String who,
            String clinic,
            String what,
            String basis,
            boolean emergency,
            @Nullable String reason) {}

    record PassLine(Pass it, String clinic, String purpose, String until, boolean forVisit) {}

    record VisitChoice(String id, String words) {}

    record NoticeLine(Notice it, String clinic, String reason) {}

    @GetMapping
    String show(Principal who, @RequestParam(defaultValue = "") String cursor, Model model) {
        return page(who, SubmittedForm.empty(), cursor, model);
    }

    private String page(Principal who, SubmittedForm form, Model model) {
        return page(who, form, "", model);
    }

    /**
     * @param cursor of the older readings; empty for the latest
     */
    private String page(Principal who, SubmittedForm form, String cursor, Model model) {
        CallerApis mine = apis.mine();
        Map<String, ?> own = Map.of("clientId", who.getName(), "limit", 100);
        model.addAttribute("form", form);
        Instant now = time.now();
        @Nullable ZoneId home = PagePart.of(() -> ZoneId.of(mine.booking()
                        .get(Reader.class, "/clients/{id}", who.getName())
                        .zone()))
                .value();
        model.addAttribute("clinics", catalogue.clinicsRunningAt(now));
        model.addAttribute("today", LocalDate.ofInstant(now, ZoneOffset.UTC));
        model.addAttribute(
                "visits",
                PagePart.of(() ->
                                mine
                                        .booking()
                                        .list(Appointment.class, "/appointments", Map.of("clientId", who.getName()))
                                        .stream()
                                        .filter(it ->
                                                it.isToCome(now) && !it.status().equals("HELD"))
                                        .sorted(Comparator.comparing(Appointment::startsAt))
                                        .map(it -> new VisitChoice(
                                                it.id(),
                                                Texts.text(
                                                        "record.pass.visit-line",
                                                        it.service(),
                                                        it.day(),
                                                        it.time(),
                                                        catalogue.clinicName(it.clinicId()))))
                                        .toList())
                        .or(List.of()));
        model.addAttribute(
                "notices",
                PagePart.of(() -> mine.treatment().list(Notice.class, "/recall-notices", own).stream()
                        .map(this::line)
                        .toList()));
        model.addAttribute(
                "passes",
                PagePart.of(() -> mine.treatment().list(Pass.class, "/sharing-passes", own).stream()
                        .map(this::line)
                        .toList()));
        model.addAttribute(
                "emergencies",
                PagePart.of(
                        () -> mine
                                .treatment()
                                .all(Emergency.class, "/charts/" + who.getName() + "/emergency-access", Map.of())
                                .stream()
                                .map(it -> line(it, home))
                                .toList()));
        model.addAttribute(
                "readings",
                PagePart.of(() -> lines(
                        mine.treatment()
                                .page(
                                        Reading.class,
                                        "/access-log",
                                        Map.of("clientId", who.getName(), "limit", 100, "cursor", cursor)),
                        home)));
        return "record";
    }

    @PostMapping("/passes")
    String give(
            @RequestParam MultiValueMap<String, String> fields, Principal who, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> pass = form.body("clinicId", "purpose", "until", "appointmentId");
        pass.put("clientId", who.getName());
        try {
            next.addFlashAttribute(
                    "notice", Notices.passGiven(apis.mine().treatment().post(form.once(), pass, "/sharing-passes")));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(who, form, model);
        }
    }

    @PostMapping("/passes/{id}/revoke")
    String revoke(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Principal who,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine().treatment().post(form.once(), Map.of(), "/sharing-passes/{id}/revoke", id);
            next.addFlashAttribute("notice", Texts.text("record.pass.revoked"));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(who, SubmittedForm.empty(), model);
        }
    }

    @PostMapping("/recalls/{id}/acknowledge")
    String acknowledge(
            @PathVariable String id, @RequestParam String once, Principal who, Model model, RedirectAttributes next) {
        try {
            apis.mine().treatment().post(once, Map.of(), "/recalls/{id}/acknowledge", id);
            next.addFlashAttribute("notice", Texts.text("record.recall.acknowledged"));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(who, SubmittedForm.empty(), model);
        }
    }

    /** A signed form as it was signed. */
    @GetMapping("/consents/{id:[a-z0-9_]+}")
    ResponseEntity<byte[]> form(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(apis.mine().treatment().files().read("/consents/" + id + "/form", Map.of()));
    }

    private Api.Page<ReadingLine> lines(Api.Page<Reading> page, @Nullable ZoneId home) {
        return new Api.Page<>(page.items().stream().map(it -> line(it, home)).toList(), page.nextCursor());
    }

    private EmergencyLine line(Emergency it, @Nullable ZoneId home) {
        return new EmergencyLine(
                moment(it.at(), home, zone(it.clinicId())),
                name(it.whoName()),
                catalogue.clinicName(it.clinicId()),
                it.reasonCode() == null ? null : CodeLabels.label("emergency.reason", it.reasonCode()),
                it.reason());
    }

    /**
     * By the reader's clock, so that the lines of several clinics stand in their order.
     *
     * @param home the reader's zone; where it isn't known, the clinic's is named
     */
    static String moment(Instant at, @Nullable ZoneId home, ZoneId clinic) {
        if (home != null) {
            return Texts.moment(LocalDateTime.ofInstant(at, home));
        }
        return Texts.moment(LocalDateTime.ofInstant(at, clinic)) + " " + Texts.text("zone.note", Texts.zone(clinic));
    }

    private static String name(@Nullable String reader) {
        return reader == null ? Texts.text("record.somebody") : reader;
    }

    private ReadingLine line(Reading it, @Nullable ZoneId home) {
        return new ReadingLine(
                moment(it.at(), home, zone(it.clinicId())),
                name(it.whoName()),
                catalogue.clinicName(it.clinicId()),
                CodeLabels.label("record.what", it.what()),
                it.basisWords(),
                it.basis().equals("EMERGENCY"),
                it.reason());
    }

    private PassLine line(Pass it) {
        return new PassLine(
                it,
                catalogue.clinicName(it.clinicId()),
                CodeLabels.label("record.purpose", it.purpose()),
                Texts.date(it.until()),
                it.appointmentId() != null);
    }

    private NoticeLine line(Notice it) {
        return new NoticeLine(
                it, catalogue.clinicName(it.clinicId()), CodeLabels.label("recall.reason", it.reasonCode()));
    }

    private ZoneId zone(String clinic) {
        return catalogue.clinic(clinic).map(Clinic::zoneId).orElse(ZoneOffset.UTC);
    }
}
