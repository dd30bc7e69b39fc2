package io.hairline.portal.clinic;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.Apis.Seen;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One appointment and what can be done with it: beside the day, or as a page of its own where no script runs. */
@Controller
@RequestMapping("/clinic/{clinic}/appointments/{id}")
class PanelController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClientNames clients;
    private final BusinessTime time;

    PanelController(Apis apis, Catalogue catalogue, ClientNames clients, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.clients = clients;
        this.time = time;
    }

    /** A line of what happened. */
    record Line(String type, String at) {
        public String words() {
            return CodeLabels.plain(type.replaceFirst("^[a-z]+\\.", "")
                    .replaceFirst("\\.v\\d+$", "")
                    .replaceAll("([a-z])([A-Z])", "$1_$2"));
        }

        public String when() {
            return at.substring(0, 16).replace('T', ' ') + " UTC";
        }
    }

    @GetMapping
    String show(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String awaiting,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        Seen mine = apis.mine();
        Appointment it = mine.booking().get(Appointment.class, "/appointments/{id}", id);
        model.addAttribute("clinicId", clinic);
        model.addAttribute("it", it);
        boolean waits = awaiting != null && !awaiting.equals(it.status());
        model.addAttribute("awaiting", waits ? awaiting : null);
        if (awaiting != null && !waits) {
            model.addAttribute("changed", true);
        }
        model.addAttribute("client", clients.find(mine, it.clientId()));
        model.addAttribute("practitioner", catalogue.practitionerName(it.practitionerId()));
        model.addAttribute(
                "currency", catalogue.clinic(clinic).map(one -> one.currency()).orElse("EUR"));
        model.addAttribute(
                "tomorrow",
                LocalDate.ofInstant(time.now(), ZoneId.of(it.zone())).plusDays(1));
        model.addAttribute(
                "readiness", PagePart.of(() -> mine.treatment().get(Readiness.class, "/readiness/{id}", id)));
        model.addAttribute("running", running(mine.treatment(), it));
        model.addAttribute("lots", Stock.lots(mine, clinic).or(List.of()));
        model.addAttribute("patchTests", unread(mine.treatment(), it));
        model.addAttribute("plans", plans(mine.treatment(), it));
        model.addAttribute("offers", catalogue.offers());
        model.addAttribute(
                "history", PagePart.of(() -> mine.booking().get(History.class, "/appointments/{id}/history", id)));
        return part == null ? "appointment" : "panel :: panel";
    }

    record History(List<Line> items) {}

    /** A session in the chair. */
    record Session(String id, String status, String appointmentId) {}

    /** A test of the skin; read or waiting for it. */
    record PatchTest(String id, String placedAt, @Nullable String readAt) {
        public String placedOn() {
            return placedAt.substring(0, 10);
        }
    }

    /** The part of a chart that is asked for here. */
    record Chart(@Nullable List<PatchTest> patchTests) {}

    private static List<PatchTest> unread(Api treatment, Appointment it) {
        if (it.clientId() == null) {
            return List.of();
        }
        PagePart<Chart> chart = PagePart.of(() -> treatment.get(Chart.class, "/charts/{id}", it.clientId()));
        return Objects.requireNonNullElse(chart.or(new Chart(null)).patchTests(), List.<PatchTest>of()).stream()
                .filter(test -> test.readAt() == null)
                .toList();
    }

    /** A plan that a client was offered. */
    record Plan(String id, @Nullable String status, io.hairline.portal.brand.@Nullable Money total) {}

    private static @Nullable String running(Api treatment, Appointment it) {
        if (it.clientId() == null) {
            return null;
        }
        PagePart<List<Session>> sessions =
                PagePart.of(() -> treatment.list(Session.class, "/sessions", Map.of("clientId", it.clientId())));
        return sessions.or(List.of()).stream()
                .filter(session -> session.appointmentId().equals(it.id())
                        && session.status().equals("IN_PROGRESS"))
                .map(Session::id)
                .findFirst()
                .orElse(null);
    }

    private static List<Plan> plans(Api treatment, Appointment it) {
        if (it.clientId() == null) {
            return List.of();
        }
        return PagePart.of(() -> treatment.list(Plan.class, "/plans", Map.of("clientId", it.clientId())))
                .or(List.of());
    }

    @PostMapping("/{what}")
    String act(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        AppointmentActions deed = AppointmentActions.of(what);
        try {
            deed.on(apis.mine(), id, new SubmittedForm(form));
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(clinic, id, null, part, model);
        }
        model.addAttribute("changed", true);
        return show(clinic, id, deed.leadsTo(), part, model);
    }
}
