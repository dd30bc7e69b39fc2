package io.hairline.portal.pages;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One page per service, drawn from the OpenAPI document that the service itself serves. */
@Controller
class ApiReference {

    private static final Map<String, String> SERVICES = new TreeMap<>(Map.of(
            "booking", "Booking",
            "headoffice", "Head office",
            "notification", "Notification",
            "treatment", "Treatment"));

    @GetMapping("/api")
    String first() {
        return "redirect:/api/booking";
    }

    @GetMapping("/api/{service:[a-z]+}")
    String show(@PathVariable String service, Model model) {
        String title = SERVICES.get(service);
        if (title == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("service", service);
        model.addAttribute("title", title);
        model.addAttribute("services", SERVICES.entrySet());
        return "reference";
    }
}
