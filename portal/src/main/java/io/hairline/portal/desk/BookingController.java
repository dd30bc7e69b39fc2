package io.hairline.portal.desk;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import io.hairline.portal.times.Alternatives;
import io.hairline.portal.times.FreeTimes;
import io.hairline.portal.times.SlotForm;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Books for a client: from a free place of the day, or from the client's card by a list of free times. */
@Controller
@RequestMapping("/clinic/{clinic}")
class BookingController {

    private static final int FEWEST_TYPED = 2;

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClinicFrame frame;
    private final ClientNames clients;
    private final FreeTimes freeTimes;
    private final BusinessTime time;

    BookingController(
            Apis apis,
            Catalogue catalogue,
            ClinicFrame frame,
            ClientNames clients,
            FreeTimes freeTimes,
            BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.frame = frame;
        this.clients = clients;
        this.freeTimes = freeTimes;
        this.time = time;
    }

    /**
     * A place in the diary, by the clinic's clock or as an instant, and what is chosen so far.
     *
     * @param room minutes that the practitioner has there, where the diary said so: only what fits is offered
     */
    record Place(
            String practitionerId,
            @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable LocalDateTime at,
            @Nullable String startsAt,
            @Nullable String chairId,
            @Nullable String serviceCode,
            @Nullable String clientId,
            @Nullable String q,
            @Nullable Integer room) {

        OffsetDateTime start(Clinic clinic) {
            if (startsAt != null) {
                return SlotForm.start(startsAt);
            }
            if (at == null) {
                throw ApiProblem.unknown();
            }
            return at.atZone(clinic.zoneId()).toOffsetDateTime();
        }
    }

    @GetMapping("/book")
    String ask(
            @PathVariable String clinic,
            Place place,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        Clinic here = frame.around(clinic, "day", model);
        CallerApis mine = apis.mine();
        LocalDateTime at = place.start(here).atZoneSameInstant(here.zoneId()).toLocalDateTime();
        model.addAttribute("place", place);
        model.addAttribute("startsAt", place.start(here).toString());
        model.addAttribute("date", at.toLocalDate());
        model.addAttribute("when", Texts.text("when", Texts.day(at.toLocalDate()), Texts.time(at.toLocalTime())));
        model.addAttribute("practitioner", catalogue.practitionerName(place.practitionerId()));
        model.addAttribute("client", clients.find(mine, place.clientId()));
        model.addAttribute("offers", fitting(offersOf(place.practitionerId()), place.room()));
        String wanted = place.q() == null ? "" : place.q().strip();
        model.addAttribute("found", SearchController.clients(mine, wanted, FEWEST_TYPED));
        model.addAttribute("q", wanted);
        model.addAttribute(
                "back",
                UriComponentsBuilder.fromPath("/clinic/" + clinic + "/book")
                        .queryParam("practitionerId", place.practitionerId())
                        .queryParam("at", at)
                        .queryParamIfPresent("room", Optional.ofNullable(place.room()))
                        .toUriString());
        return part == null ? "book-place" : "book-place :: panel";
    }

    /** The clients who fit what is typed, as a part of the form. */
    @PostMapping("/book/found")
    String found(@PathVariable String clinic, @RequestParam(defaultValue = "") String q, Model model) {
        frame.around(clinic, "day", model);
        String wanted = q.strip();
        model.addAttribute("q", wanted);
        model.addAttribute("found", SearchController.clients(apis.mine(), wanted, FEWEST_TYPED));
        return "book-place :: found";
    }

    @PostMapping("/book")
    String book(
            @PathVariable String clinic,
            SlotForm slot,
            @RequestParam(required = false) @Nullable String clientId,
            @RequestParam(defaultValue = "false") boolean walkIn,
            @RequestParam(required = false) @Nullable String q,
            RuleOverride relaxed,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            RedirectAttributes next) {
        Place place = new Place(
                slot.practitionerId(), null, slot.startsAt(), slot.chairId(), slot.serviceCode(), clientId, q, null);
        if (clientId == null) {
            model.addAttribute("missing", Texts.text("book-place.choose"));
            return ask(clinic, place, part, model);
        }
        Map<String, Object> body = slot.body();
        body.put("serviceCode", slot.serviceCode());
        body.put("clientId", clientId);
        if (walkIn) {
            body.put("walkIn", true);
        }
        relaxed.into(body);
        try {
            JsonNode booked = apis.mine()
                    .booking()
                    .post(slot.key((walkIn ? "walk-in-" : "book-") + clientId + relaxed.key()), body, "/appointments");
            next.addFlashAttribute("changed", true);
            next.addFlashAttribute("notice", Notices.booked(booked));
            return "redirect:/clinic/" + clinic + "/appointments/"
                    + booked.path("id").asString();
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            model.addAttribute("alternatives", Alternatives.of(e));
            model.addAttribute("relaxing", relaxed.isAsked() || RuleOverride.wouldHelp(e));
            return ask(clinic, place, part, model);
        }
    }

    /** Free times of the clinic for a client whose card is open. */
    @GetMapping("/clients/{id:cli_.*}/book")
    String times(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam(defaultValue = "CONSULTATION") String serviceCode,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Model model) {
        Clinic here = frame.around(clinic, "clients", model);
        CallerApis mine = apis.mine();
        LocalDate today = LocalDate.ofInstant(time.now(), here.zoneId());
        LocalDate first = from == null || from.isBefore(today) ? today : from;
        String link = "/clinic/" + clinic + "/clients/" + id + "/book?serviceCode=" + serviceCode + "&";
        model.addAttribute("client", clients.find(mine, id));
        model.addAttribute("clientId", id);
        model.addAttribute("serviceCode", serviceCode);
        model.addAttribute("offers", catalogue.offers());
        model.addAttribute("today", today);
        model.addAttribute(
                "free",
                PagePart.of(() -> freeTimes.find(
                        mine.booking(), new FreeTimes.Search(serviceCode, clinic, first, day, id, null), link)));
        return "book-client";
    }

    private static List<ServiceOffering> fitting(List<ServiceOffering> offers, @Nullable Integer room) {
        return room == null
                ? offers
                : offers.stream().filter(it -> it.minutes() <= room).toList();
    }

    private List<ServiceOffering> offersOf(String practitioner) {
        List<String> trained = catalogue.practitioners().stream()
                .filter(it -> it.id().equals(practitioner))
                .flatMap(it -> it.serviceCodes().stream())
                .toList();
        return catalogue.offers().stream()
                .filter(it -> trained.isEmpty() || trained.contains(it.code()))
                .toList();
    }
}
