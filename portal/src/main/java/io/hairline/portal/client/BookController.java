package io.hairline.portal.client;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.notice.Notices;
import io.hairline.portal.times.Alternatives;
import io.hairline.portal.times.FreeDays;
import io.hairline.portal.times.FreeTimes;
import io.hairline.portal.times.SlotForm;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Booking by a client: choose a time, have it held, review it, confirm it. */
@Controller
@RequestMapping("/book")
class BookController {

    private static final Set<String> BOOKED_BY_CLIENTS = Set.of("CONSULTATION", "PATCH_TEST", "TOUCH_UP");

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

    /** What is looked for. */
    record Search(
            @Nullable String service,
            @Nullable String where,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
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
        FreeTimes.Search wanted = new FreeTimes.Search(service, where, from, search.day(), who.getName(), null);
        PagePart<FreeDays> free = PagePart.of(
                () -> freeTimes.find(apis.mine().booking(), wanted, link(service, where, search.touchUp())));
        model.addAttribute("service", service);
        model.addAttribute("where", where);
        model.addAttribute("from", from);
        model.addAttribute("today", today);
        model.addAttribute("touchUp", search.touchUp());
        model.addAttribute("free", free);
        model.addAttribute("offers", offers());
        model.addAttribute("home", catalogue.clinicName(person.homeClinicId()));
        model.addAttribute("homeId", person.homeClinicId());
        model.addAttribute("clinics", catalogue.clinicsRunningOn(today));
        model.addAttribute("regions", catalogue.regions());
        return "book";
    }

    private static String link(String service, String where, @Nullable String touchUp) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/book")
                .queryParam("service", "{service}")
                .queryParam("where", "{where}");
        if (touchUp != null) {
            link.queryParam("touchUp", "{touchUp}");
        }
        return link.encode().buildAndExpand(service, where, touchUp) + "&";
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
            return again(e, slot.serviceCode(), slot.clinicId(), slot.start().toLocalDate(), who, model);
        }
    }

    /** The free times of the day on which something was gone, with the nearest ones before them. */
    private String again(ApiProblem why, String service, String clinic, LocalDate day, Principal who, Model model) {
        model.addAttribute("alert", why);
        model.addAttribute("alternatives", Alternatives.of(why));
        return show(new Search(service, clinic, day, null, null), who, model);
    }

    @GetMapping("/hold/{id}")
    String held(@PathVariable String id, Principal who, HttpSession session, Model model) {
        if (!(session.getAttribute(id) instanceof Hold hold)) {
            return "redirect:/book";
        }
        Person person = apis.mine().booking().get(Person.class, "/clients/{id}", who.getName());
        model.addAttribute("hold", hold);
        model.addAttribute("zoneNote", hold.slot().zoneNote(person.zone()));
        model.addAttribute("clinic", catalogue.clinic(hold.slot().clinicId()).orElseThrow(ApiProblem::unknown));
        model.addAttribute(
                "practitioner", catalogue.practitionerName(hold.slot().practitionerId()));
        model.addAttribute(
                "left",
                Math.max(
                        0,
                        Duration.between(time.now(), hold.expiresAt().toInstant())
                                .toSeconds()));
        model.addAttribute("offer", catalogue.offer(hold.slot().serviceCode()).orElse(null));
        return "hold";
    }

    @PostMapping("/confirm")
    String confirm(
            @RequestParam String hold, Principal who, HttpSession session, Model model, RedirectAttributes next) {
        if (!(session.getAttribute(hold) instanceof Hold held)) {
            return "redirect:/book";
        }
        Map<String, Object> body = new HashMap<>();
        body.put("clientId", who.getName());
        body.put("holdId", held.id());
        body.put("holdToken", held.token());
        try {
            JsonNode booked = apis.mine().booking().post("book-" + held.id(), body, "/appointments");
            session.removeAttribute(hold);
            next.addFlashAttribute("notice", Notices.booked(booked));
            return "redirect:/me";
        } catch (ApiProblem e) {
            return again(
                    e,
                    held.slot().serviceCode(),
                    held.slot().clinicId(),
                    held.slot().localStart().toLocalDate(),
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

    private List<ServiceOffering> offers() {
        return catalogue.offers().stream()
                .filter(it -> BOOKED_BY_CLIENTS.contains(it.code()))
                .toList();
    }

    private LocalDate today(Person person) {
        ZoneId zone =
                catalogue.clinic(person.homeClinicId()).map(Clinic::zoneId).orElse(ZoneId.of(person.zone()));
        return LocalDate.ofInstant(time.now(), zone);
    }
}
