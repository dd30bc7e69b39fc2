package io.hairline.portal.office;

import io.hairline.portal.session.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What head office looks after, each with the page where it is changed. */
@Controller
class OfficeController {

    private static final List<Part> PARTS = List.of(
            new Part("prices.title", "/office/prices"),
            new Part("layers.link", "/office/policy"),
            new Part("network.title", "/office/clinics"),
            new Part("structure.title", "/office/structure"),
            new Part("nav.people", "/office/people"),
            new Part("licences.title", "/office/licences"),
            new Part("trainings.title", "/office/trainings"),
            new Part("tables.title", "/office/tables"),
            new Part("wording.title", "/office/consents"),
            new Part("nav.recalls", "/office/recalls"),
            new Part("terms.title", "/dashboard/royalties/agreements"),
            new Part("comparison.title", "/dashboard/comparison"));

    private final CurrentUser users;

    OfficeController(CurrentUser users) {
        this.users = users;
    }

    /**
     * A page.
     *
     * @param title the key of its name
     */
    record Part(String title, String link) {}

    @GetMapping("/office")
    String show(Model model) {
        OfficePages.require(users);
        model.addAttribute("parts", PARTS);
        return "office";
    }
}
