package io.hairline.portal.pages;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LandingController {

    private static final List<Door> DOORS = List.of(
            new Door("client-1", "A client", "her course, her appointments, her messages"),
            new Door("desk-ber", "The front desk in Berlin", "the clinic's day, check-in, bookings"),
            new Door("practitioner-1", "A practitioner", "the chair: readiness, sessions, charts"),
            new Door("manager-ber", "The manager in Berlin", "the day, lots, touch-ups, overrides"),
            new Door("region-eu", "A regional manager", "the live wall of one region"),
            new Door("head-office", "Head office", "the whole brand, live"));

    private final boolean demo;
    private final String password;

    LandingController(
            @Value("${hairline.demo:false}") boolean demo, @Value("${hairline.demo.password:}") String password) {
        this.demo = demo;
        this.password = password;
    }

    /** One way into the demo. */
    record Door(String login, String who, String sees) {}

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("demo", demo);
        model.addAttribute("doors", DOORS);
        model.addAttribute("password", demo ? password : "");
        return "landing";
    }
}
