package io.hairline.portal.client;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.forms.ClientForms;
import io.hairline.portal.inbox.InboxMessage;
import io.hairline.portal.waitlist.WaitlistEntry;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The client's own page: what comes next, the course, and what is still to do. */
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
    record Visit(Appointment it, Clinic clinic, String practitioner, String countdown, String zoneNote) {}

    /** A session that was done, with its day. */
    record Session(String appointmentId, @Nullable Instant completedAt) {}

    /** A recall that concerns the client. */
    record RecallNotice(
            @Nullable Instant acknowledgedAt, @Nullable Instant withdrawnAt) {
        boolean waits() {
            return acknowledgedAt == null && withdrawnAt == null;
        }
    }

    @GetMapping("/me")
    String show(Principal who, Model model) {
        CallerApis mine = apis.mine();
        Map<String, ?> own = Map.of("clientId", who.getName());
        Supplier<List<ClientPlans.Plan>> plans =
                part(() -> mine.treatment().list(ClientPlans.Plan.class, "/plans", own));
        Supplier<List<ClientPlans.TouchUp>> allTouchUps =
                part(() -> mine.treatment().list(ClientPlans.TouchUp.class, "/touch-ups", own));
        Supplier<List<ClientPlans.Course>> courses =
                part(() -> mine.booking().list(ClientPlans.Course.class, "/courses", own));
        Supplier<List<Session>> sessions = part(() -> mine.treatment().list(Session.class, "/sessions", own));
        Supplier<List<WaitlistEntry>> waiting = part(() -> mine.booking().list(WaitlistEntry.class, "/waitlist", own));
        Supplier<List<RecallNotice>> recalls =
                part(() -> mine.treatment().list(RecallNotice.class, "/recall-notices", own));
        Supplier<PagePart<List<InboxMessage>>> messages =
                ParallelCalls.begin(() -> PagePart.of(() -> InboxMessage.newest(mine.notification(), 3)));
        Supplier<List<Appointment>> diary =
                ParallelCalls.begin(() -> mine.booking().list(Appointment.class, "/appointments", own));
        Supplier<Instant> clock = ParallelCalls.begin(time::now);
        Person person = mine.booking().get(Person.class, "/clients/{id}", who.getName());
        Instant now = clock.get();
        Supplier<PagePart<List<ClientForms.Form>>> forms = ParallelCalls.begin(() ->
                PagePart.of(() -> ClientForms.of(mine.treatment(), who.getName(), now, ZoneId.of(person.zone()))));
        List<Appointment> appointments = diary.get();
        List<ClientPlans.TouchUp> touchUps = allTouchUps.get();
        List<Visit> toCome = appointments.stream()
                .filter(it -> it.isToCome(now) && !it.status().equals("HELD"))
                .sorted(Comparator.comparing(Appointment::startsAt))
                .map(it -> visit(it, person, now))
                .toList();
        model.addAttribute("person", person);
        model.addAttribute("next", toCome.isEmpty() ? null : toCome.getFirst());
        model.addAttribute("later", toCome.stream().skip(1).toList());
        model.addAttribute(
                "past",
                appointments.stream()
                        .filter(it ->
                                !it.isToCome(now) && !List.of("EXPIRED", "HELD").contains(it.status()))
                        .sorted(Comparator.comparing(Appointment::startsAt).reversed())
                        .limit(12)
                        .map(it -> visit(it, person, now))
                        .toList());
        model.addAttribute(
                "steps",
                new Timeline(appointments, plans.get(), touchUps, doneOn(sessions.get(), appointments), now).steps());
        model.addAttribute("invitation", invitation(touchUps, toCome));
        model.addAttribute(
                "unpaid",
                courses.get().stream()
                        .filter(ClientPlans.Course::waitsForDeposit)
                        .toList());
        model.addAttribute("forms", forms.get());
        model.addAttribute(
                "offers",
                waiting.get().stream().flatMap(it -> it.openOffers().stream()).toList());
        model.addAttribute("messages", messages.get());
        model.addAttribute("recalled", recalls.get().stream().anyMatch(RecallNotice::waits));
        return "me";
    }

    /** A list that is asked for beside others, and left out where it can't be had. */
    private static <T> Supplier<List<T>> part(Supplier<List<T>> ask) {
        return ParallelCalls.begin(() -> PagePart.of(ask).or(List.of()));
    }

    /** Sessions by the day on which they were done, in the clinic's zone. */
    private static Map<String, LocalDate> doneOn(List<Session> sessions, List<Appointment> appointments) {
        Map<String, Appointment> byId = appointments.stream().collect(Collectors.toMap(Appointment::id, it -> it));
        Map<String, LocalDate> days = new HashMap<>();
        for (Session it : sessions) {
            Appointment planned = byId.get(it.appointmentId());
            if (planned != null && it.completedAt() != null) {
                days.put(it.appointmentId(), LocalDate.ofInstant(it.completedAt(), ZoneId.of(planned.zone())));
            }
        }
        return days;
    }

    /** A touch-up that is due and not in the diary yet; treatment hears of a booking a moment after the client. */
    private static @Nullable String invitation(List<ClientPlans.TouchUp> touchUps, List<Visit> toCome) {
        boolean booked = toCome.stream().anyMatch(it -> it.it().serviceCode().equals("TOUCH_UP"));
        return booked
                ? null
                : touchUps.stream()
                        .filter(it -> it.isDue() && !it.isFadeCheck())
                        .map(ClientPlans.TouchUp::id)
                        .findFirst()
                        .orElse(null);
    }

    private Visit visit(Appointment it, Person person, Instant now) {
        return new Visit(
                it,
                catalogue.clinic(it.clinicId()).orElseThrow(ApiProblem::unknown),
                catalogue.practitionerName(it.practitionerId()),
                CodeLabels.until(Duration.between(now, it.startsAt().toInstant())),
                it.zoneNote(person.zone()));
    }
}
