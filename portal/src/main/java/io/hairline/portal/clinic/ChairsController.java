package io.hairline.portal.clinic;

import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The clinic's chairs today: who comes to each, whether all is ready, and what is missing. */
@Controller
class ChairsController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClientNames clients;
    private final BusinessTime time;
    private final ClinicFrame frame;

    ChairsController(Apis apis, Catalogue catalogue, ClientNames clients, BusinessTime time, ClinicFrame frame) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.clients = clients;
        this.time = time;
        this.frame = frame;
    }

    @GetMapping("/clinic/{id}/chairs")
    String chairs(@PathVariable String id, Model model) {
        Clinic clinic = frame.around(id, "chairs", model);
        LocalDate today = LocalDate.ofInstant(time.now(), clinic.zoneId());
        model.addAttribute("title", Texts.day(today));
        model.addAttribute("chairs", PagePart.of(() -> chairs(clinic, today)));
        return "chairs";
    }

    private List<ChairDay> chairs(Clinic clinic, LocalDate today) {
        CallerApis mine = apis.mine();
        List<Appointment> expected = DayVisits.appointments(mine, clinic.id(), today).stream()
                .filter(it -> it.isToCome() && !it.status().equals("HELD"))
                .toList();
        return ChairDay.of(clinic, DayVisits.of(mine, expected, clients), catalogue::practitionerName);
    }
}
