package io.hairline.portal.client;

import io.hairline.portal.api.Apis;
import io.hairline.portal.api.Apis.Seen;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.paper.Papers;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MyCourseController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final BusinessTime time;

    MyCourseController(Apis apis, Catalogue catalogue, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** An appointment with the names that people know. */
    record Visit(Appointment it, String clinic, String practitioner, String countdown) {}

    @GetMapping("/me")
    String show(@RequestParam(required = false) @Nullable String done, Principal who, Model model) {
        Seen mine = apis.mine();
        Map<String, ?> hers = Map.of("clientId", who.getName());
        Person person = mine.booking().get(Person.class, "/clients/{id}", who.getName());
        List<Appointment> appointments = mine.booking().list(Appointment.class, "/appointments", hers);
        PagePart<List<ClientModels.Plan>> plans =
                PagePart.of(() -> mine.treatment().list(ClientModels.Plan.class, "/plans", hers));
        PagePart<List<ClientModels.TouchUp>> touchUps =
                PagePart.of(() -> mine.treatment().list(ClientModels.TouchUp.class, "/touch-ups", hers));
        PagePart<List<ClientModels.Course>> courses =
                PagePart.of(() -> mine.booking().list(ClientModels.Course.class, "/courses", hers));
        Instant now = time.now();
        List<Visit> toCome = appointments.stream()
                .filter(it -> it.isToCome(now) && !it.status().equals("HELD"))
                .sorted(Comparator.comparing(Appointment::startsAt))
                .map(it -> visit(it, now))
                .toList();
        model.addAttribute("person", person);
        model.addAttribute("done", done);
        model.addAttribute("next", toCome.isEmpty() ? null : toCome.getFirst());
        model.addAttribute("later", toCome.stream().skip(1).toList());
        model.addAttribute(
                "past",
                appointments.stream()
                        .filter(it ->
                                !it.isToCome(now) && !List.of("EXPIRED", "HELD").contains(it.status()))
                        .sorted(Comparator.comparing(Appointment::startsAt).reversed())
                        .limit(12)
                        .map(it -> visit(it, now))
                        .toList());
        model.addAttribute(
                "steps", new Timeline(appointments, plans.or(List.of()), touchUps.or(List.of()), now).steps());
        model.addAttribute("invitation", invitation(touchUps.or(List.of()), toCome));
        model.addAttribute(
                "unpaid",
                courses.or(List.of()).stream()
                        .filter(ClientModels.Course::waitsForDeposit)
                        .toList());
        model.addAttribute("papers", PagePart.of(() -> Papers.of(mine.treatment(), who.getName(), now)));
        model.addAttribute("messages", PagePart.of(() -> messages(mine)));
        return "me";
    }

    /** A touch-up that is due and not in the diary yet; treatment hears of the booking a moment later than she does. */
    private static @Nullable String invitation(List<ClientModels.TouchUp> touchUps, List<Visit> toCome) {
        boolean booked = toCome.stream().anyMatch(it -> it.it().serviceCode().equals("TOUCH_UP"));
        return booked
                ? null
                : touchUps.stream()
                        .filter(ClientModels.TouchUp::isDue)
                        .map(ClientModels.TouchUp::id)
                        .findFirst()
                        .orElse(null);
    }

    private static List<ClientModels.Message> messages(Seen mine) {
        return mine.notification().list(ClientModels.Message.class, "/inbox", Map.of("limit", 8)).stream()
                .limit(8)
                .toList();
    }

    private Visit visit(Appointment it, Instant now) {
        return new Visit(
                it,
                catalogue.clinicName(it.clinicId()),
                catalogue.practitionerName(it.practitionerId()),
                CodeLabels.until(Duration.between(now, it.startsAt().toInstant())));
    }
}
