package io.hairline.portal.chart;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whose charts clients have shared with a clinic, also of those who have no appointment there. */
@Controller
class SharedChartsController {

    private static final String MATCH_CARD = "MATCH_CARD";

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;

    SharedChartsController(Apis apis, ClinicFrame frame, ClientNames clients) {
        this.apis = apis;
        this.frame = frame;
        this.clients = clients;
    }

    /** A pass that holds now. */
    record Pass(
            String clientId,
            String purpose,
            LocalDate until,
            @Nullable String appointmentId) {
        /** Whether more than the match card is open. */
        boolean opensChart() {
            return !purpose.equals(MATCH_CARD);
        }
    }

    /** A line of the list. */
    record Line(Pass it, String client) {
        public String purpose() {
            return CodeLabels.label("record.purpose", it.purpose());
        }

        public String until() {
            return Texts.text("record.pass.holds", Texts.date(it.until()));
        }

        public boolean isForVisit() {
            return it.appointmentId() != null;
        }

        public boolean opensChart() {
            return it.opensChart();
        }
    }

    @GetMapping("/clinic/{clinic}/shared")
    String shared(@PathVariable String clinic, Model model) {
        frame.around(clinic, "clients", model);
        ClinicFrame.Permissions may = (ClinicFrame.Permissions) Objects.requireNonNull(model.getAttribute("may"));
        if (!may.charts()) {
            throw ApiProblem.unknown();
        }
        model.addAttribute("shared", PagePart.of(() -> lines(apis.mine(), clinic)));
        return "shared";
    }

    private List<Line> lines(CallerApis mine, String clinic) {
        List<Pass> held = mine.treatment().all(Pass.class, "/sharing-passes/held", Map.of("clinicId", clinic));
        ClientNames.Names names = clients.names(mine, held, Pass::clientId);
        return held.stream()
                .map(it -> new Line(it, named(names.find(it.clientId()))))
                .toList();
    }

    private static String named(String name) {
        return name.isEmpty() ? Texts.text("chart.someone") : name;
    }
}
