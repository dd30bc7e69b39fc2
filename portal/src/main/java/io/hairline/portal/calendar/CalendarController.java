package io.hairline.portal.calendar;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The secret link to a calendar: made, shown and revoked by the client, and for practitioners by their clinics' staff. */
@Controller
class CalendarController {

    private static final String CLIENT = "clientId";
    private static final String PRACTITIONER = "practitionerId";

    private final Apis apis;
    private final ClinicFrame frame;
    private final Catalogue catalogue;

    CalendarController(Apis apis, ClinicFrame frame, Catalogue catalogue) {
        this.apis = apis;
        this.frame = frame;
        this.catalogue = catalogue;
    }

    record Link(String id, String url) {}

    @GetMapping("/me/calendar")
    String mine(Principal who, Model model) {
        links(CLIENT, who.getName(), model);
        return "calendar";
    }

    @PostMapping("/me/calendar")
    String make(@RequestParam String once, Principal who, Model model) {
        return change(model, () -> post(once, CLIENT, who.getName())) ? "redirect:/me/calendar" : mine(who, model);
    }

    @PostMapping("/me/calendar/{id}/revoke")
    String revoke(@PathVariable String id, Principal who, Model model, RedirectAttributes next) {
        if (change(model, () -> apis.mine().booking().delete("/calendar-links/{id}", id))) {
            next.addFlashAttribute("notice", Texts.text("calendar.revoked"));
            return "redirect:/me/calendar";
        }
        return mine(who, model);
    }

    @GetMapping("/clinic/{clinic}/calendar/{practitioner}")
    String practitioners(@PathVariable String clinic, @PathVariable String practitioner, Model model) {
        frame.around(clinic, "team", model);
        model.addAttribute("name", catalogue.practitionerName(practitioner));
        model.addAttribute("at", "/clinic/" + clinic + "/calendar/" + practitioner);
        links(PRACTITIONER, practitioner, model);
        return "calendar-practitioner";
    }

    @PostMapping("/clinic/{clinic}/calendar/{practitioner}")
    String make(
            @PathVariable String clinic, @PathVariable String practitioner, @RequestParam String once, Model model) {
        return change(model, () -> post(once, PRACTITIONER, practitioner))
                ? "redirect:/clinic/" + clinic + "/calendar/" + practitioner
                : practitioners(clinic, practitioner, model);
    }

    @PostMapping("/clinic/{clinic}/calendar/{practitioner}/{id}/revoke")
    String revoke(
            @PathVariable String clinic,
            @PathVariable String practitioner,
            @PathVariable String id,
            Model model,
            RedirectAttributes next) {
        if (change(model, () -> apis.mine().booking().delete("/calendar-links/{id}", id))) {
            next.addFlashAttribute("notice", Texts.text("calendar.revoked"));
            return "redirect:/clinic/" + clinic + "/calendar/" + practitioner;
        }
        return practitioners(clinic, practitioner, model);
    }

    private void links(String kind, String id, Model model) {
        model.addAttribute(
                "links",
                PagePart.of(() -> apis.mine().booking().list(Link.class, "/calendar-links", Map.of(kind, id))));
    }

    private void post(String once, String kind, String id) {
        apis.mine().booking().post(once, Map.of(kind, id), "/calendar-links");
    }

    private static boolean change(Model model, Runnable call) {
        try {
            call.run();
            return true;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return false;
        }
    }
}
