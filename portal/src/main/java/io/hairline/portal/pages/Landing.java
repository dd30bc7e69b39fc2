package io.hairline.portal.pages;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Landing {

    private final boolean demo;

    Landing(@Value("${hairline.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("demo", demo);
        return "landing";
    }
}
