package io.hairline.portal.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What those need who build on the brand's APIs or on these pages. */
@Controller
class DeveloperPages {

    @GetMapping("/developers")
    String show() {
        return "developers";
    }

    /** Every building block of the pages in every state it has. */
    @GetMapping("/developers/components")
    String components(Model model) {
        ComponentSamples.into(model);
        return "components";
    }
}
