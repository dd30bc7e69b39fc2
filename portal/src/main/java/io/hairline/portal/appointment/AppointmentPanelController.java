package io.hairline.portal.appointment;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.CancellationCost;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CourseSuggestion;
import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.Risk;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.chart.parts.ChartSession;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.Readiness;
import io.hairline.portal.clinic.Stock;
import io.hairline.portal.input.SubmittedForm;
import jakarta.servlet.http.HttpServletResponse;
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
import tools.jackson.databind.JsonNode;

/** One appointment and what can be done with it: beside the day, or as a page of its own where no script runs. */
@Controller
@RequestMapping("/clinic/{clinic}/appointments/{id}")
class AppointmentPanelController {

    private static final String CHANGED = "changed";
    /** The event by which the day beside the panel, if there is one, asks for its diary again. */
    private static final String TELLS_THE_DAY = "visit-changed";

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClientNames clients;
    private final ClinicFrame frame;
    private final BusinessTime time;

    AppointmentPanelController(
            Apis apis, Catalogue catalogue, ClientNames clients, ClinicFrame frame, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.clients = clients;
        this.frame = frame;
        this.time = time;
    }

    @GetMapping
    String show(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String awaiting,
            @RequestParam(defaultValue = "false") boolean toStart,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model) {
        CallerApis mine = apis.mine();
        Clinic here = frame.around(clinic, "day", model);
        ClinicFrame.Permissions may = (ClinicFrame.Permissions) Objects.requireNonNull(model.getAttribute("may"));
        Appointment it = mine.booking().get(Appointment.class, "/appointments/{id}", id);
        model.addAttribute("clinicId", clinic);
        model.addAttribute("it", it);
        boolean waits = awaiting != null && !awaiting.equals(it.status());
        model.addAttribute("awaiting", waits ? awaiting : null);
        if (awaiting != null && !waits) {
            model.addAttribute(CHANGED, true);
        }
        if (model.containsAttribute(CHANGED)) {
            response.setHeader("HX-Trigger", TELLS_THE_DAY);
        }
        model.addAttribute("client", clients.find(mine, it.clientId()));
        model.addAttribute("practitioner", catalogue.practitionerName(it.practitionerId()));
        model.addAttribute("device", here.deviceName(it.deviceId()).orElse(null));
        model.addAttribute("currency", here.currency());
        model.addAttribute("numbing", here.offersNumbing());
        model.addAttribute(
                "tomorrow",
                LocalDate.ofInstant(time.now(), ZoneId.of(it.zone())).plusDays(1));
        model.addAttribute("readiness", PagePart.of(() -> Readiness.of(mine, it.id(), toStart)));
        model.addAttribute("heldBack", HeldBackStock.inTheWayOf(it, mine));
        model.addAttribute("offers", catalogue.offers());
        model.addAttribute(
                "history",
                PagePart.of(() -> AppointmentHistory.of(
                        mine.booking().read("/appointments/" + it.id() + "/history", Map.of()), here)));
        money(mine, it, may, model);
        chair(mine, it, clinic, may, model);
        return part == null ? "appointment" : "panel :: panel";
    }

    /** What is still to be paid for an appointment; absent while nothing is, and if it can't be read. */
    record Owed(@Nullable Money owed) {}

    /** What is owed is asked for where the form of a payment is shown. */
    private static void money(CallerApis mine, Appointment it, ClinicFrame.Permissions may, Model model) {
        model.addAttribute(
                "payments",
                PagePart.of(() -> mine.booking().list(Payment.class, "/payments", Map.of("appointmentId", it.id()))));
        model.addAttribute("owed", may.receive() && it.clientId() != null ? owed(mine, it) : null);
        if (it.isChangeable()) {
            model.addAttribute("cost", PagePart.of(() -> CancellationCost.of(mine, it.id())));
        }
    }

    private static @Nullable Money owed(CallerApis mine, Appointment it) {
        return PagePart.of(() -> mine.booking().get(Owed.class, "/appointments/{id}/owed", it.id()))
                .or(new Owed(null))
                .owed();
    }

    /** What those see who treat: lots, plans, earlier sessions. */
    private static void chair(
            CallerApis mine, Appointment it, String clinic, ClinicFrame.Permissions may, Model model) {
        boolean reads = may.charts() && it.clientId() != null;
        ChartParts chart =
                reads ? ChartParts.of(mine.treatment(), Objects.requireNonNull(it.clientId())) : ChartParts.none();
        model.addAttribute("chart", chart);
        ChartSession running = chart.runningIn(it.id());
        model.addAttribute("running", running);
        model.addAttribute("chairLots", UsableLots.of(mine, clinic, running).all());
        model.addAttribute(
                "risks",
                may.treat() && it.serviceCode().equals("CONSULTATION") ? Risk.all(mine.treatment()) : List.of());
        model.addAttribute(
                "suggestion",
                may.treat()
                                && it.serviceCode().equals("CONSULTATION")
                                && it.status().equals("COMPLETED")
                        ? CourseSuggestion.words(mine.treatment(), it.id())
                        : "");
        model.addAttribute("lots", may.charts() ? Stock.left(mine, clinic).or(List.of()) : List.of());
        model.addAttribute(
                "plans",
                it.clientId() == null
                        ? List.of()
                        : PagePart.of(() ->
                                        mine.treatment().list(Plan.class, "/plans", Map.of("clientId", it.clientId())))
                                .or(List.of()));
    }

    /** A plan that a client was offered. */
    record Plan(String id, @Nullable String status, io.hairline.portal.brand.@Nullable Money total) {}

    @PostMapping("/{what}")
    String act(
            @PathVariable String clinic,
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model) {
        AppointmentActions action = AppointmentActions.of(what);
        try {
            JsonNode answer = action.on(apis.mine(), id, new SubmittedForm(form));
            model.addAttribute("notice", action.notice(answer));
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(clinic, id, null, action == AppointmentActions.START, part, response, model);
        }
        model.addAttribute(CHANGED, true);
        return show(clinic, id, action.leadsTo(), false, part, response, model);
    }
}
