package io.hairline.portal.client;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.brand.Slot;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Controller
@RequestMapping("/book")
class BookController {

    private static final Set<String> BY_HERSELF = Set.of("CONSULTATION", "PATCH_TEST", "TOUCH_UP");

    private final Apis apis;
    private final Catalogue catalogue;
    private final FreeTimes freeTimes;
    private final BusinessTime time;

    BookController(Apis apis, Catalogue catalogue, FreeTimes freeTimes, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.freeTimes = freeTimes;
        this.time = time;
    }

    /** What she is looking for. */
    record Search(
            @Nullable String service,
            @Nullable String where,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @Nullable String touchUp) {}

    @GetMapping
    String show(@ModelAttribute Search search, Principal who, Model model) {
        Person person = apis.mine().booking().get(Person.class, "/clients/{id}", who.getName());
        String service =
                search.service() != null ? search.service() : search.touchUp() != null ? "TOUCH_UP" : "CONSULTATION";
        String where = search.where() != null
                ? search.where()
                : search.touchUp() != null ? "near:" + person.homeClinicId() : person.homeClinicId();
        LocalDate today = today(person);
        LocalDate from = search.from() == null || search.from().isBefore(today) ? today : search.from();
        PagePart<Week> week = PagePart.of(() -> freeTimes.week(service, where, from, who.getName()));
        model.addAttribute("service", service);
        model.addAttribute("where", where);
        model.addAttribute("from", from);
        model.addAttribute("earlier", from.minusDays(Week.DAYS));
        model.addAttribute("later", from.plusDays(Week.DAYS));
        model.addAttribute("today", today);
        model.addAttribute("touchUp", search.touchUp());
        model.addAttribute("week", week);
        model.addAttribute("offers", offers());
        model.addAttribute("home", catalogue.clinicName(person.homeClinicId()));
        model.addAttribute("homeId", person.homeClinicId());
        model.addAttribute("clinics", catalogue.clinics());
        model.addAttribute("regions", catalogue.regions());
        return "book";
    }

    @PostMapping("/hold")
    String hold(SlotForm slot, Principal who, HttpSession session, Model model) {
        Map<String, Object> body = slot.body();
        body.put("serviceCode", slot.serviceCode());
        body.put("clientId", who.getName());
        try {
            JsonNode held = apis.mine().booking().post(slot.key("hold"), body, "/holds");
            Hold hold = JsonMapper.shared().treeToValue(held, Hold.class);
            session.setAttribute(hold.id(), hold);
            return "redirect:/book/hold/" + hold.id();
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("alternatives", alternatives(e));
            String clinic = slot.clinicId();
            return show(
                    new Search(
                            slot.serviceCode(),
                            clinic,
                            LocalDate.parse(slot.startsAt().substring(0, 10)),
                            null),
                    who,
                    model);
        }
    }

    @GetMapping("/hold/{id}")
    String held(@PathVariable String id, HttpSession session, Model model) {
        if (!(session.getAttribute(id) instanceof Hold hold)) {
            return "redirect:/book";
        }
        Clinic clinic = catalogue.clinic(hold.slot().clinicId()).orElseThrow();
        model.addAttribute("hold", hold);
        model.addAttribute("clinic", clinic);
        model.addAttribute(
                "practitioner", catalogue.practitionerName(hold.slot().practitionerId()));
        model.addAttribute(
                "until",
                hold.expiresAt()
                        .atZoneSameInstant(clinic.zoneId())
                        .toLocalTime()
                        .withSecond(0)
                        .withNano(0));
        model.addAttribute("offer", offer(hold.slot().serviceCode()));
        return "hold";
    }

    @PostMapping("/confirm")
    String confirm(@RequestParam String hold, Principal who, HttpSession session, Model model) {
        if (!(session.getAttribute(hold) instanceof Hold held)) {
            return "redirect:/book";
        }
        Map<String, Object> body = new HashMap<>();
        body.put("clientId", who.getName());
        body.put("holdId", held.id());
        body.put("holdToken", held.token());
        try {
            apis.mine().booking().post("book-" + held.id(), body, "/appointments");
            session.removeAttribute(hold);
            return "redirect:/me?done=booked";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("alternatives", alternatives(e));
            return show(
                    new Search(
                            held.slot().serviceCode(),
                            held.slot().clinicId(),
                            held.slot().localStart().toLocalDate(),
                            null),
                    who,
                    model);
        }
    }

    @PostMapping("/release")
    String release(@RequestParam String hold, HttpSession session) {
        if (session.getAttribute(hold) instanceof Hold held) {
            session.removeAttribute(hold);
            Api booking = apis.mine().booking();
            PagePart.of(() -> booking.release("/holds/" + held.id(), held.token()));
        }
        return "redirect:/book";
    }

    static List<Slot> alternatives(ApiProblem refused) {
        return refused.field("alternatives")
                .valueStream()
                .map(it -> JsonMapper.shared().treeToValue(it, Slot.class))
                .toList();
    }

    private @Nullable ServiceOffering offer(String code) {
        return catalogue.offers().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private List<ServiceOffering> offers() {
        return catalogue.offers().stream()
                .filter(it -> BY_HERSELF.contains(it.code()))
                .toList();
    }

    private LocalDate today(Person person) {
        ZoneId zone =
                catalogue.clinic(person.homeClinicId()).map(Clinic::zoneId).orElse(ZoneId.of(person.zone()));
        return LocalDate.ofInstant(time.now(), zone);
    }
}
