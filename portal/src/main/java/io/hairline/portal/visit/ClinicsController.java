package io.hairline.portal.visit;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.map.ClinicMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every clinic of the brand with its address, as far as it is known, and its hours. */
@Controller
class ClinicsController {

    private final Catalogue catalogue;
    private final BusinessTime time;

    ClinicsController(Catalogue catalogue, BusinessTime time) {
        this.catalogue = catalogue;
        this.time = time;
    }

    @GetMapping("/clinics")
    String show(Model model) {
        PagePart<List<Clinic>> all = PagePart.of(() -> catalogue.clinicsRunningAt(time.now()));
        model.addAttribute("all", all);
        model.addAttribute("map", ClinicMap.of(all.or(List.of()), Set.of()));
        return "clinics";
    }
}
