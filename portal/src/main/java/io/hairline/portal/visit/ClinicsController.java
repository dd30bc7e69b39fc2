package io.hairline.portal.visit;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every clinic of the brand with its address, as far as it is known, and its hours. */
@Controller
class ClinicsController {

    private final Catalogue catalogue;

    ClinicsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/clinics")
    String show(Model model) {
        model.addAttribute("all", PagePart.of(catalogue::clinics));
        return "clinics";
    }
}
