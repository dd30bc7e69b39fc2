package io.hairline.portal.erasure;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A client has their own data erased, and reads what became of it as long as they are logged in. */
@Controller
@RequestMapping("/me/data/erase")
class MyErasureController {

    private final Apis apis;

    MyErasureController(Apis apis) {
        this.apis = apis;
    }

    @GetMapping
    String ask() {
        return "erase";
    }

    @PostMapping
    String erase(@RequestParam String once, Principal who, Model model) {
        try {
            String id = apis.mine()
                    .booking()
                    .post(once, Map.of(), "/clients/{id}/erase", who.getName())
                    .path("id")
                    .asString();
            return "redirect:/me/data/erase/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return ask();
        }
    }

    @GetMapping("/{id}")
    String report(@PathVariable String id, Model model) {
        model.addAttribute("report", apis.mine().booking().get(ErasureReport.class, "/erasures/{id}", id));
        return "erased";
    }
}
