package io.hairline.portal.link;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.CancellationCost;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.notice.Notices;
import io.hairline.portal.times.Alternatives;
import io.hairline.portal.times.ChosenTime;
import io.hairline.portal.times.FreeTimes;
import io.hairline.portal.times.SlotForm;
import io.hairline.portal.visit.GuestTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the link in a letter opens. A GET changes nothing, for programs follow the links in mails as well. */
@Controller
@RequestMapping("/a/{secret:[A-Za-z0-9_-]+}")
class LinkController {

    private static final String LINK = "Appointment-Link";
    private static final String APPOINTMENT = "/linked-appointment";
    private static final int DAYS_BEFORE = 2;

    private final GuestTokens guests;
    private final Catalogue catalogue;
    private final FreeTimes freeTimes;
    private final BusinessTime time;

    LinkController(GuestTokens guests, Catalogue catalogue, FreeTimes freeTimes, BusinessTime time) {
        this.guests = guests;
        this.catalogue = catalogue;
        this.freeTimes = freeTimes;
        this.time = time;
    }

    @ModelAttribute
    void stayPrivate(@PathVariable String secret, HttpServletResponse response, Model model) {
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("base", "/a/" + secret);
        model.addAttribute("back", "/a/" + secret);
        model.addAttribute("here", "link");
    }

    @GetMapping
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Api booking = booking(secret, request);
        if (appointment(booking, response, model) == null) {
            return "link-gone";
        }
        model.addAttribute("cost", cost(booking));
        return "link";
    }

    @GetMapping("/move")
    String times(
            @PathVariable String secret,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Api booking = booking(secret, request);
        Appointment it = appointment(booking, response, model);
        if (it == null) {
            return "link-gone";
        }
        if (!it.isMovable(time.now())) {
            return "link-closed";
        }
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneId.of(it.zone()));
        LocalDate wanted = from == null ? it.localStart().toLocalDate().minusDays(DAYS_BEFORE) : from;
        LocalDate first = wanted.isBefore(today) ? today : wanted;
        model.addAttribute(
                "free", PagePart.of(() -> freeTimes.findForLink(booking, first, day, "/a/" + secret + "/move?")));
        model.addAttribute("today", today);
        return "link-move";
    }

    @GetMapping("/move/review")
    String review(
            @PathVariable String secret,
            SlotForm slot,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Api booking = booking(secret, request);
        Appointment it = appointment(booking, response, model);
        if (it == null) {
            return "link-gone";
        }
        if (!it.isMovable(time.now())) {
            return "link-closed";
        }
        model.addAttribute("slot", slot);
        model.addAttribute(
                "chosen", ChosenTime.of(slot, catalogue.clinic(slot.clinicId()).orElseThrow(ApiProblem::unknown)));
        model.addAttribute("newPractitioner", catalogue.practitionerName(slot.practitionerId()));
        model.addAttribute("cost", cost(booking));
        return "move-review";
    }

    @PostMapping("/move")
    String move(
            @PathVariable String secret,
            SlotForm slot,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Map<String, Object> body = Map.of("startsAt", slot.startsAt(), "practitionerId", slot.practitionerId());
        try {
            next.addFlashAttribute(
                    "notice",
                    Notices.moved(booking(secret, request)
                            .post(slot.key("link-move"), slot.version(), body, APPOINTMENT + "/reschedule")));
            return "redirect:/a/" + secret;
        } catch (ApiProblem e) {
            model.addAttribute("alert", Appointment.refusal(e));
            model.addAttribute("alternatives", Alternatives.of(e));
            return times(secret, slot.start().toLocalDate(), null, request, response, model);
        }
    }

    @GetMapping("/cancel")
    String askBeforeCancelling(
            @PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        String page = show(secret, request, response, model);
        boolean open = model.getAttribute("it") instanceof Appointment it && it.isChangeable();
        return page.equals("link") && open ? "cancel" : page;
    }

    @PostMapping("/cancel")
    String cancel(
            @PathVariable String secret,
            @RequestParam String once,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String loses,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Api booking = booking(secret, request);
        Appointment it = appointment(booking, response, model);
        if (it == null) {
            return "link-gone";
        }
        try {
            if (it.isChangeable()) {
                cost(booking).requireNoWorseThan(loses);
            }
            next.addFlashAttribute(
                    "notice", Notices.cancelled(booking.post(once, version, Map.of(), APPOINTMENT + "/cancel")));
            return "redirect:/a/" + secret;
        } catch (ApiProblem e) {
            model.addAttribute("alert", Appointment.refusal(e));
            return askBeforeCancelling(secret, request, response, model);
        }
    }

    private static CancellationCost cost(Api booking) {
        return booking.get(CancellationCost.class, APPOINTMENT + "/cancellation-cost");
    }

    private Api booking(String secret, HttpServletRequest request) {
        return guests.of(request).booking().with(LINK, secret);
    }

    /** Null if the link is no longer valid; the answer is then 404. */
    private @Nullable Appointment appointment(Api booking, HttpServletResponse response, Model model) {
        try {
            Appointment it = booking.get(Appointment.class, APPOINTMENT);
            model.addAttribute("it", it);
            Clinic clinic = catalogue.clinic(it.clinicId()).orElseThrow(ApiProblem::unknown);
            model.addAttribute("clinic", clinic);
            model.addAttribute("clinicName", clinic.name());
            model.addAttribute("practitioner", catalogue.practitionerName(it.practitionerId()));
            return it;
        } catch (ApiProblem e) {
            if (e.status() != HttpStatus.NOT_FOUND.value()) {
                throw e;
            }
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return null;
        }
    }
}
