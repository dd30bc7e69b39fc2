package io.hairline.portal.waitlist;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;

/** A clinic's waitlist: who waits, what is offered, what it has filled; and a form for a client at the desk. */
@Controller
@RequestMapping("/clinic/{clinic}/waitlist")
class ClinicWaitlistController {

    private static final int DAYS = 60;

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;
    private final Catalogue catalogue;
    private final BusinessTime time;

    ClinicWaitlistController(
            Apis apis, ClinicFrame frame, ClientNames clients, Catalogue catalogue, BusinessTime time) {
        this.apis = apis;
        this.frame = frame;
        this.clients = clients;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** Somebody who waits. */
    record Line(WaitlistEntry it, String client) {}

    /** What the waitlist has filled. */
    record Saved(int days, int slots, long minutes) {}

    @GetMapping
    String show(@PathVariable String clinic, @RequestParam(required = false) @Nullable String clientId, Model model) {
        Clinic here = frame.around(clinic, "waitlist", model);
        CallerApis mine = apis.mine();
        model.addAttribute(
                "entries",
                PagePart.of(() -> lines(
                        mine, mine.booking().list(WaitlistEntry.class, "/waitlist", Map.of("clinicId", clinic)))));
        model.addAttribute(
                "saved",
                PagePart.of(() -> JsonMapper.shared()
                        .treeToValue(mine.booking().read("/waitlist/saved", Map.of("clinicId", clinic)), Saved.class)));
        LocalDate today = LocalDate.ofInstant(time.now(), here.zoneId());
        model.addAttribute("person", clients.find(mine, clientId));
        model.addAttribute("offers", catalogue.offers());
        model.addAttribute("allClinics", catalogue.clinicsRunningOn(today));
        model.addAttribute("weekdays", WaitlistForm.weekdays());
        model.addAttribute("today", today);
        model.addAttribute("last", today.plusDays(DAYS));
        if (model.getAttribute("form") == null) {
            model.addAttribute("form", SubmittedForm.empty());
        }
        return "waitlist-clinic";
    }

    private List<Line> lines(CallerApis mine, List<WaitlistEntry> all) {
        ClientNames.Names names = clients.names(mine, all, WaitlistEntry::clientId);
        return all.stream().map(it -> new Line(it, names.of(it.clientId()))).toList();
    }

    @PostMapping
    String join(
            @PathVariable String clinic,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine().booking().post(form.once(), WaitlistForm.body(form, form.text("clientId")), "/waitlist");
            next.addFlashAttribute("notice", Texts.text("waitlist.joined"));
            return page(clinic);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("form", form);
            return show(clinic, form.text("clientId"), model);
        }
    }

    /** For a client who says so on the telephone. */
    @PostMapping("/{id}/accept")
    String accept(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String offerId,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            JsonNode booked = apis.mine().booking().post(once, Map.of("offerId", offerId), "/waitlist/{id}/accept", id);
            next.addFlashAttribute("notice", Notices.booked(booked));
            return "redirect:/clinic/" + clinic + "/appointments/"
                    + booked.path("id").asString("");
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(clinic, null, model);
        }
    }

    @PostMapping("/{id}/leave")
    String leave(@PathVariable String clinic, @PathVariable String id, Model model, RedirectAttributes next) {
        try {
            next.addFlashAttribute("notice", Notices.left(apis.mine().booking().end("/waitlist/{id}", id)));
            return page(clinic);
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(clinic, null, model);
        }
    }

    private static String page(String clinic) {
        return "redirect:/clinic/" + clinic + "/waitlist";
    }
}
