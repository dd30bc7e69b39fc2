package io.hairline.portal.visit;

import io.hairline.portal.ResponseHeadersFilter;
import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.times.Alternatives;
import io.hairline.portal.times.FreeTimes;
import io.hairline.portal.times.SlotForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Books a free consultation without an account: time, hold, name, review, confirmation. */
@Controller
@RequestMapping("/visit")
class VisitController {

    private static final String SERVICE = "CONSULTATION";
    private static final String HOLD = "visit.hold";
    private static final String DETAILS = "visit.details";
    private static final String DONE = "visit.done";
    private static final String START = "redirect:/visit";

    private final Apis apis;
    private final GuestTokens guests;
    private final Catalogue catalogue;
    private final FreeTimes freeTimes;
    private final BusinessTime time;

    VisitController(Apis apis, GuestTokens guests, Catalogue catalogue, FreeTimes freeTimes, BusinessTime time) {
        this.apis = apis;
        this.guests = guests;
        this.catalogue = catalogue;
        this.freeTimes = freeTimes;
        this.time = time;
    }

    @GetMapping
    String times(
            @RequestParam(required = false) @Nullable String where,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            HttpServletResponse response,
            Model model) {
        ResponseHeadersFilter.allowLocation(response);
        LocalDate today = today(Objects.requireNonNullElse(where, ""), catalogue.clinics());
        List<Clinic> clinics = catalogue.clinicsRunningOn(today);
        String place = where == null || where.isBlank()
                ? clinics.stream().findFirst().map(Clinic::id).orElse("")
                : where;
        LocalDate first = from == null || from.isBefore(today) ? today : from;
        String link = UriComponentsBuilder.fromPath("/visit")
                        .queryParam("where", "{where}")
                        .encode()
                        .buildAndExpand(place)
                + "&";
        FreeTimes.Search search = new FreeTimes.Search(SERVICE, place, first, day, null, null);
        model.addAttribute("where", place);
        model.addAttribute("clinics", clinics);
        model.addAttribute("today", today);
        model.addAttribute(
                "free", PagePart.of(() -> freeTimes.find(apis.everybodys().booking(), search, link)));
        return "visit";
    }

    private LocalDate today(String place, List<Clinic> clinics) {
        return clinics.stream()
                .filter(it -> place.endsWith(it.id()))
                .findFirst()
                .or(() -> clinics.stream().findFirst())
                .map(it -> LocalDate.ofInstant(time.now(), it.zoneId()))
                .orElseThrow(ApiProblem::unknown);
    }

    @PostMapping("/hold")
    String hold(
            SlotForm slot, HttpServletRequest request, HttpServletResponse response, HttpSession session, Model model) {
        Map<String, Object> body = slot.body();
        body.put("serviceCode", SERVICE);
        Api booking = guests.of(request).booking();
        Optional<HeldTime> before = held(session);
        try {
            HeldTime now =
                    JsonMapper.shared().treeToValue(booking.post(slot.key("visit"), body, "/holds"), HeldTime.class);
            session.setAttribute(HOLD, now);
            before.filter(it -> !it.id().equals(now.id())).ifPresent(it -> release(it, booking));
            return "redirect:/visit/details";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("alternatives", Alternatives.of(e));
            return times(slot.clinicId(), slot.start().toLocalDate(), null, response, model);
        }
    }

    @GetMapping("/details")
    String details(HttpSession session, Model model) {
        return page(session, model, form(session), "visit-details");
    }

    @PostMapping("/details")
    String keep(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String hold,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        session.setAttribute(DETAILS, new HashMap<>(fields.toSingleValueMap()));
        if (isOfAnother(hold, session)) {
            return chooseAgain(session, response, model);
        }
        return "redirect:/visit/review";
    }

    @GetMapping("/review")
    String review(HttpSession session, Model model) {
        return session.getAttribute(DETAILS) == null ? START : page(session, model, form(session), "visit-review");
    }

    private static SubmittedForm form(HttpSession session) {
        return session.getAttribute(DETAILS) instanceof Map<?, ?> known ? HeldTime.form(known) : SubmittedForm.empty();
    }

    private String page(HttpSession session, Model model, SubmittedForm form, String name) {
        Optional<HeldTime> held = held(session);
        if (held.isEmpty()) {
            return START;
        }
        HeldTime hold = held.get();
        model.addAttribute("hold", hold);
        model.addAttribute("form", form);
        model.addAttribute("details", HeldTime.fingerprint(form));
        model.addAttribute("clinic", catalogue.clinic(hold.slot().clinicId()).orElseThrow(ApiProblem::unknown));
        model.addAttribute(
                "practitioner", catalogue.practitionerName(hold.slot().practitionerId()));
        Duration left = Duration.between(time.now(), hold.expiresAt().toInstant());
        model.addAttribute("left", Math.max(0, left.toSeconds()));
        return name;
    }

    private static Optional<HeldTime> held(HttpSession session) {
        return session.getAttribute(HOLD) instanceof HeldTime it ? Optional.of(it) : Optional.empty();
    }

    /** Whether a form is about another time than the one that is kept now, for a later one was chosen in another window. */
    private static boolean isOfAnother(String hold, HttpSession session) {
        return held(session).filter(it -> !it.id().equals(hold)).isPresent();
    }

    private String chooseAgain(HttpSession session, HttpServletResponse response, Model model) {
        String words = Texts.text("visit.other-chosen");
        model.addAttribute("alert", ApiProblem.refused(HttpStatus.CONFLICT.value(), "hold-replaced", words));
        String clinic = held(session).map(it -> it.slot().clinicId()).orElse(null);
        return times(clinic, null, null, response, model);
    }

    /** The address of a refused form, loaded again. */
    @GetMapping({"/confirm", "/hold"})
    String reloaded() {
        return "redirect:/visit/details";
    }

    /** Registers the visitor as a client and books the time that is held; what is wrong comes back to the form. */
    @PostMapping("/confirm")
    String confirm(
            @RequestParam(name = "hold", defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String details,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        Optional<HeldTime> held = held(session);
        if (held.isEmpty()) {
            return START;
        }
        if (isOfAnother(shown, session)) {
            return chooseAgain(session, response, model);
        }
        HeldTime hold = held.get();
        SubmittedForm form = form(session);
        if (!details.equals(HeldTime.fingerprint(form))) {
            String words = Texts.text("visit.other-details");
            model.addAttribute("alert", ApiProblem.refused(HttpStatus.CONFLICT.value(), "details-replaced", words));
            return page(session, model, form, "visit-review");
        }
        try {
            Api booking = guests.of(request).booking();
            String client = register(booking, form, hold);
            Map<String, Object> body = Map.of("clientId", client, "holdId", hold.id(), "holdToken", hold.token());
            booking.post("visit-book-" + hold.id(), body, "/appointments");
            session.removeAttribute(HOLD);
            session.setAttribute(DONE, hold);
            return "redirect:/visit/done";
        } catch (ApiProblem e) {
            if (e.is("hold-expired") || e.is("slot-taken")) {
                session.removeAttribute(HOLD);
                next.addFlashAttribute("alert", e);
                return START;
            }
            model.addAttribute("alert", e);
            return page(session, model, form, "visit-details");
        }
    }

    private String register(Api booking, SubmittedForm form, HeldTime hold) {
        Map<String, Object> body = HeldTime.details(form);
        Clinic clinic = catalogue.clinic(hold.slot().clinicId()).orElseThrow(ApiProblem::unknown);
        body.put("language", Texts.locale().getLanguage());
        body.put("zone", clinic.zone());
        body.put("homeClinicId", clinic.id());
        // Corrected details are another call; the same details sent twice register once.
        String key = "visit-client-" + hold.id() + "-" + Integer.toHexString(body.hashCode());
        return booking.post(key, body, "/clients").path("id").asString();
    }

    @GetMapping("/done")
    String done(HttpSession session, Model model) {
        if (!(session.getAttribute(DONE) instanceof HeldTime hold)) {
            return START;
        }
        model.addAttribute("hold", hold);
        model.addAttribute("clinic", catalogue.clinic(hold.slot().clinicId()).orElseThrow(ApiProblem::unknown));
        model.addAttribute("email", form(session).text("email"));
        return "visit-done";
    }

    @PostMapping("/release")
    String release(@RequestParam(defaultValue = "") String hold, HttpServletRequest request, HttpSession session) {
        held(session).filter(it -> it.id().equals(hold)).ifPresent(it -> {
            session.removeAttribute(HOLD);
            release(it, guests.of(request).booking());
        });
        return START;
    }

    /** A hold that can't be released now ends by itself. */
    private static void release(HeldTime it, Api booking) {
        PagePart.of(() -> booking.release("/holds/" + it.id(), it.token()));
    }
}
