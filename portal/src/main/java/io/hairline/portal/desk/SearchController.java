package io.hairline.portal.desk;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.clinic.ClientNames.Person;
import io.hairline.portal.clinic.Stock;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The staff's search: a client by name, phone or e-mail, an appointment by its id, a lot by its number. */
@Controller
class SearchController {

    private static final String APPOINTMENT = "apt_";

    private final Apis apis;
    private final CurrentUser users;

    SearchController(Apis apis, CurrentUser users) {
        this.apis = apis;
        this.users = users;
    }

    @PostMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, HttpSession session) {
        LastSearch.keep(q, session);
        return "redirect:/search?" + LastSearch.FOUND;
    }

    @GetMapping("/search")
    String found(@RequestParam(required = false) @Nullable String found, HttpSession session, Model model) {
        String wanted = LastSearch.wanted(found, session);
        CallerApis mine = apis.mine();
        SignedInUser user = users.current();
        if (wanted.startsWith(APPOINTMENT)) {
            try {
                Appointment it = mine.booking().get(Appointment.class, "/appointments/{id}", wanted);
                return "redirect:/clinic/" + it.clinicId() + "/appointments/" + it.id();
            } catch (ApiProblem e) {
                if (e.status() != HttpStatus.NOT_FOUND.value()) {
                    throw e;
                }
            }
        }
        model.addAttribute("q", wanted);
        model.addAttribute("found", clients(mine, wanted, 1));
        model.addAttribute("home", user.clinic().orElse(null));
        model.addAttribute(
                "lots", user.clinic().map(it -> lots(mine, it, wanted)).orElse(List.of()));
        return "search";
    }

    /** The clients who fit what is typed; nobody is asked for before it has so many characters. */
    static PagePart<List<Person>> clients(CallerApis mine, String wanted, int fewest) {
        return wanted.length() < fewest
                ? PagePart.of(List::of)
                : PagePart.of(
                        () -> mine.booking().list(Person.class, "/clients", Map.of("query", wanted, "limit", 20)));
    }

    private static List<Stock.Lot> lots(CallerApis mine, String clinic, String wanted) {
        String part = wanted.toLowerCase(Locale.ROOT);
        if (part.isEmpty()) {
            return List.of();
        }
        try {
            return Stock.all(mine, clinic).or(List.of()).stream()
                    .filter(it -> Objects.requireNonNullElse(it.lotNumber(), "")
                            .toLowerCase(Locale.ROOT)
                            .contains(part))
                    .limit(20)
                    .toList();
        } catch (ApiProblem _) {
            return List.of();
        }
    }
}
