package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages of a clinic have in common: its name, its tabs, and the way to the other clinics of whoever looks. */
@Component
class ClinicFrame {

    private final Catalogue catalogue;
    private final CurrentUser whereabouts;

    ClinicFrame(Catalogue catalogue, CurrentUser whereabouts) {
        this.catalogue = catalogue;
        this.whereabouts = whereabouts;
    }

    Clinic around(String id, String tab, Model model) {
        Clinic clinic = catalogue.clinic(id).orElseThrow(ApiProblem::unknown);
        SignedInUser user = whereabouts.current();
        model.addAttribute("clinic", clinic);
        model.addAttribute("tab", tab);
        model.addAttribute(
                "clinics",
                catalogue.clinics().stream()
                        .filter(it -> user.isBrand()
                                || user.region()
                                        .map(it.regionId()::equals)
                                        .orElse(it.id().equals(clinic.id())))
                        .toList());
        return clinic;
    }
}
