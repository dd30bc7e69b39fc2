package io.hairline.portal.pages;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Catalogue;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: for clients first, for clinic owners second, for developers by one link. */
@Controller
class LandingController {

    private static final List<String> DEMO_LOGINS =
            List.of("client-1", "desk-ber", "practitioner-1", "manager-ber", "region-eu", "head-office");

    private final Catalogue catalogue;
    private final boolean demo;
    private final String password;

    LandingController(
            Catalogue catalogue,
            @Value("#{'${hairline.demo:false}' == 'true'}") boolean demo,
            @Value("${hairline.demo.password:}") String password) {
        this.catalogue = catalogue;
        this.demo = demo;
        this.password = password;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("demo", demo);
        model.addAttribute("logins", DEMO_LOGINS);
        model.addAttribute("password", demo ? password : "");
        model.addAttribute("offers", PagePart.of(catalogue::offers));
        return "landing";
    }
}
