package io.hairline.launcher.recount;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PrepaidSold;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakenBack;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferAccepted;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.notification.NotificationEvent.MessageDeferred;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessagePlanned;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventReported;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentSigned;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpClosed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpReopened;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dashboard's numbers counted anew from what the services themselves have written down, in the plainest way; for the
 * clinics of one region and local days from the first to the last.
 *
 * @param ofClients what treatment has told of each client, by the client's id
 * @param ofCourses the sessions done of each course, by the course's id
 * @param zones of the clinics that are counted, by id
 */
public record Recount(
        List<Line> booking,
        List<Line> treatment,
        List<Line> notification,
        RecountedVisits visits,
        RecountedRotas rotas,
        RecountedPolicies policies,
        Map<String, List<Line>> ofClients,
        Map<String, List<Line>> ofCourses,
        Map<String, ZoneId> zones,
        LocalDate from,
        LocalDate to) {

    private static final Duration COURSE_TIME = Duration.ofDays(90);

    /**
     * A recount of what the services have told, each aggregate's events in their order.
     *
     * @param zones of the clinics that are counted, by id
     * @param from the first local day
     * @param to the last local day
     */
    public static Recount of(
            List<Line> booking,
            List<Line> treatment,
            List<Line> notification,
            List<Line> headOffice,
            Map<String, ZoneId> zones,
            LocalDate from,
            LocalDate to) {
        return new Recount(
                booking,
                treatment,
                notification,
                RecountedVisits.of(booking),
                RecountedRotas.of(headOffice, zones),
                RecountedPolicies.of(headOffice),
                treatment.stream().collect(Collectors.groupingBy(it -> it.text("clientId"))),
                events(treatment, SessionCompleted.class)
                        .filter(it -> !it.text("courseId").isEmpty())
                        .collect(Collectors.groupingBy(it -> it.text("courseId"))),
                zones,
                from,
                to);
    }

    /** The value of each tile, by its key; money by its key and currency. */
    public Map<String, BigDecimal> tiles() {
        Map<String, BigDecimal> tiles = new TreeMap<>();
        tiles.put("bookings", count(events(booking, AppointmentBooked.class).filter(it -> on(it, "slot", it.time()))));
        visits(tiles);
        sessions(tiles);
        consultations(tiles);
        courses(tiles);
        touchUps(tiles);
        money(tiles);
        messages(tiles);
        quality(tiles);
        waitlist(tiles);
        records(tiles);
        earlyTouchUps(tiles);
        return tiles;
    }

    private static Stream<Line> events(List<Line> log, Class<? extends DomainEvent> type) {
        return log.stream().filter(it -> it.is(type));
    }

    private boolean on(Line line, String place, Instant at) {
        return in(line.text(place, "clinicId"), at);
    }

    private boolean in(String clinic, Instant at) {
        ZoneId zone = zones.get(clinic);
        return zone != null && in(LocalDate.ofInstant(at, zone));
    }

    private boolean in(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private void visits(Map<String, BigDecimal> tiles) {
        List<Line> completed = ended(AppointmentCompleted.class, _ -> true);
        long noShows = ended(AppointmentNoShow.class, _ -> true).size();
        long late = ended(
                        AppointmentCancelled.class, it -> it.data().path("late").asBoolean())
                .size();
        tiles.put(
                "noShowMinutes",
                BigDecimal.valueOf(RecountedVisits.minutes(ended(AppointmentNoShow.class, _ -> true).stream())));
        rate(tiles, "noShowRate", noShows, completed.size() + noShows);
        rate(tiles, "lateCancelRate", late, completed.size() + noShows + late);
        rate(tiles, "rebookingRate", completed.stream().filter(visits::rebooked).count(), completed.size());
        rebookedSessions(tiles, completed);
        rate(tiles, "utilisation", visits.minutes(this::isOfThePeriod), rotas.minutes(zones.keySet(), from, to));
    }

    /** The visit on whose day a course ended comes after the course, every other session is in it. */
    private void rebookedSessions(Map<String, BigDecimal> tiles, List<Line> completed) {
        Map<Boolean, List<Line>> sessions = completed.stream()
                .filter(it -> it.text("slot", "serviceCode").matches("SESSION_.*|SCAR|DENSITY"))
                .collect(Collectors.partitioningBy(this::endsACourse));
        for (boolean last : List.of(true, false)) {
            List<Line> those = sessions.getOrDefault(last, List.of());
            rate(
                    tiles,
                    last ? "rebookingAfterCourse" : "rebookingInCourse",
                    those.stream().filter(visits::rebooked).count(),
                    those.size());
        }
    }

    private boolean endsACourse(Line visit) {
        ZoneId zone = ZoneId.of(visit.text("slot", "zone"));
        return events(ofClients.getOrDefault(visit.text("clientId"), List.of()), CourseCompleted.class)
                .anyMatch(it ->
                        LocalDate.ofInstant(it.instant("completedAt"), zone).equals(RecountedVisits.day(visit)));
    }

    private void waitlist(Map<String, BigDecimal> tiles) {
        long saved = events(booking, WaitlistOfferAccepted.class)
                .filter(this::isOfThePeriod)
                .count();
        tiles.put("waitlistSaved", BigDecimal.valueOf(saved));
        rate(
                tiles,
                "waitlistRefillRate",
                saved,
                visits.freed().filter(it -> isOfThePeriod(it.slot())).count());
        rate(
                tiles,
                "refillRate",
                visits.freed()
                        .filter(it -> isOfThePeriod(it.slot()) && visits.isTakenAgain(it))
                        .count(),
                visits.freed().filter(it -> isOfThePeriod(it.slot())).count());
    }

    private void records(Map<String, BigDecimal> tiles) {
        List<Line> done = sessionsDone().toList();
        rate(
                tiles,
                "consentCompleteness",
                done.stream().filter(this::hadConsented).count(),
                done.size());
        rate(
                tiles,
                "lotCompleteness",
                done.stream()
                        .filter(it -> !it.data().path("pigments").isEmpty())
                        .count(),
                done.size());
    }

    private boolean hadConsented(Line session) {
        Map<String, Line> before = new TreeMap<>();
        ofClients.getOrDefault(session.text("clientId"), List.of()).stream()
                .filter(it -> it.is(ConsentSigned.class) || it.is(ConsentWithdrawn.class))
                .filter(it -> it.text("purposeCode").equals("TREATMENT"))
                .filter(it -> !it.time().isAfter(session.instant("completedAt")))
                .forEach(it -> before.put(it.subject(), it));
        return before.values().stream().anyMatch(it -> it.is(ConsentSigned.class));
    }

    private void earlyTouchUps(Map<String, BigDecimal> tiles) {
        List<Line> finished = events(treatment, CourseCompleted.class)
                .filter(it -> lastSession(it.text("courseId"))
                        .filter(last -> in(last.text("clinicId"), last.instant("completedAt")))
                        .isPresent())
                .toList();
        rate(
                tiles,
                "earlyTouchUps",
                finished.stream().filter(this::hadAnEarlyTouchUp).count(),
                finished.size());
    }

    private Optional<Line> lastSession(String course) {
        return ofCourses.getOrDefault(course, List.of()).stream()
                .max(Comparator.comparing((Line it) -> it.instant("completedAt"))
                        .thenComparing(Line::subject));
    }

    private boolean hadAnEarlyTouchUp(Line course) {
        Instant done = course.instant("completedAt");
        LocalDate until = lastSession(course.text("courseId"))
                .map(this::dayOf)
                .orElse(LocalDate.MIN)
                .plusMonths(12);
        return visits.of(course.text("clientId"))
                .filter(it -> it.is(AppointmentCompleted.class)
                        && it.text("slot", "serviceCode").equals("TOUCH_UP"))
                .filter(it -> Instant.parse(it.text("slot", "startsAt")).isAfter(done))
                .anyMatch(it -> RecountedVisits.day(it).isBefore(until));
    }

    /** Appointments of the period that ended so. */
    private List<Line> ended(Class<? extends DomainEvent> how, Predicate<Line> more) {
        return visits.now()
                .filter(it -> it.is(how) && more.test(it))
                .filter(this::isOfThePeriod)
                .toList();
    }

    private boolean isOfThePeriod(Line visit) {
        return zones.containsKey(visit.text("slot", "clinicId")) && in(RecountedVisits.day(visit));
    }

    private Stream<Line> sessionsDone() {
        return events(treatment, SessionCompleted.class)
                .filter(it -> in(it.text("clinicId"), it.instant("completedAt")));
    }

    private void sessions(Map<String, BigDecimal> tiles) {
        tiles.put("sessions", count(sessionsDone()));
        sessionsDone()
                .filter(it -> !it.text("price", "currency").isEmpty())
                .forEach(it -> tiles.merge(
                        "revenue " + it.text("price", "currency"),
                        new BigDecimal(it.data().path("price").path("amount").asString("0")),
                        BigDecimal::add));
    }

    private void consultations(Map<String, BigDecimal> tiles) {
        List<Line> held = events(treatment, ConsultationRecorded.class)
                .filter(it -> in(it.text("clinicId"), it.time()))
                .toList();
        Set<String> booked =
                events(booking, CourseBooked.class).map(it -> it.text("planId")).collect(Collectors.toSet());
        Set<String> led = events(treatment, PlanProposed.class)
                .filter(it -> booked.contains(it.text("planId")))
                .map(it -> it.text("consultationAppointmentId"))
                .collect(Collectors.toSet());
        tiles.put("consultations", BigDecimal.valueOf(held.size()));
        rate(
                tiles,
                "consultationToCourse",
                held.stream()
                        .filter(it -> led.contains(it.text("appointmentId")))
                        .count(),
                held.size());
    }

    private void courses(Map<String, BigDecimal> tiles) {
        Map<String, Line> first = new TreeMap<>();
        events(treatment, SessionCompleted.class)
                .filter(it -> !it.text("courseId").isEmpty())
                .forEach(it -> first.merge(
                        it.text("courseId"),
                        it,
                        (a, b) -> a.instant("completedAt").isAfter(b.instant("completedAt")) ? b : a));
        Map<String, Instant> done = events(treatment, CourseCompleted.class)
                .collect(Collectors.toMap(it -> it.text("courseId"), it -> it.instant("completedAt")));
        List<Line> begun = first.values().stream()
                .filter(it -> in(it.text("clinicId"), it.instant("completedAt")))
                .toList();
        long inTime = begun.stream()
                .filter(it -> !done.getOrDefault(it.text("courseId"), Instant.MAX)
                        .isAfter(it.instant("completedAt").plus(COURSE_TIME)))
                .count();
        rate(tiles, "courseCompletion", inTime, begun.size());
    }

    private void touchUps(Map<String, BigDecimal> tiles) {
        Map<String, Line> now = new TreeMap<>();
        treatment.stream()
                .filter(it -> Stream.of(
                                TouchUpDue.class, TouchUpBooked.class, TouchUpReopened.class, TouchUpClosed.class)
                        .anyMatch(it::is))
                .forEach(it -> now.put(it.subject(), it));
        List<Line> fallenDue = events(treatment, TouchUpDue.class)
                .filter(it -> zones.containsKey(it.text("clinicId")) && in(LocalDate.parse(it.text("due"))))
                .toList();
        tiles.put(
                "touchUpsDue",
                count(fallenDue.stream()
                        .map(it -> Objects.requireNonNull(now.get(it.subject())))
                        .filter(it -> it.is(TouchUpDue.class) || it.is(TouchUpReopened.class))));
        long converted = fallenDue.stream()
                .filter(it -> isConverted(it, Objects.requireNonNull(now.get(it.subject()))))
                .count();
        rate(tiles, "touchUpConversion", converted, fallenDue.size());
    }

    private static boolean isConverted(Line due, Line now) {
        return now.is(TouchUpClosed.class)
                && "TREATED".equals(now.text("reasonCode"))
                && !now.time().isAfter(due.time().plus(Duration.ofDays(180)));
    }

    private void money(Map<String, BigDecimal> tiles) {
        events(booking, PaymentCaptured.class)
                .filter(it -> on(it, "paid", it.time()) && isNewMoney(it))
                .forEach(it -> {
                    BigDecimal net =
                            paid(it, "amount").subtract(paid(it, "tax")).subtract(paid(it, "tip"));
                    tiles.merge(
                            "collected "
                                    + it.data()
                                            .path("paid")
                                            .path("amount")
                                            .path("currency")
                                            .asString(),
                            net,
                            BigDecimal::add);
                });
        events(booking, PrepaidSold.class)
                .filter(it -> in(it.text("clinicId"), it.time()))
                .forEach(it -> tiles.merge(
                        "collected " + it.text("amount", "currency"),
                        new BigDecimal(it.text("amount", "amount")),
                        BigDecimal::add));
        events(booking, PrepaidTakenBack.class)
                .filter(it -> in(it.text("clinicId"), it.time()))
                .forEach(it -> tiles.merge(
                        "collected " + it.text("amount", "currency"),
                        new BigDecimal(it.text("amount", "amount")).negate(),
                        BigDecimal::add));
        events(booking, PaymentRefunded.class)
                .filter(it -> on(it, "paid", it.time()) && isNewMoney(it))
                .forEach(it -> tiles.merge(
                        "collected " + it.text("amount", "currency"),
                        refunded(it, "tax").add(refunded(it, "tip")).subtract(refunded(it, "amount")),
                        BigDecimal::add));
    }

    private void quality(Map<String, BigDecimal> tiles) {
        List<Line> made = events(booking, AppointmentBooked.class)
                .filter(it -> on(it, "slot", it.time()))
                .toList();
        long ahead = made.stream()
                .mapToLong(it -> ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(it.time(), Objects.requireNonNull(zones.get(it.text("slot", "clinicId")))),
                        RecountedVisits.day(it)))
                .sum();
        ratio(tiles, "leadTime", ahead, made.size());
        long harms = events(treatment, AdverseEventReported.class)
                .filter(it -> in(it.text("clinicId"), it.time()))
                .count();
        ratio(tiles, "adverseEvents", harms * 1_000, sessionsDone().count());
        gaps(tiles);
    }

    private void gaps(Map<String, BigDecimal> tiles) {
        Map<String, List<Line>> courses = events(treatment, SessionCompleted.class)
                .filter(it -> !it.text("courseId").isEmpty())
                .sorted(Comparator.comparing((Line it) -> it.instant("completedAt"))
                        .thenComparing(Line::subject))
                .collect(Collectors.groupingBy(it -> it.text("courseId")));
        long gaps = 0;
        long inWindow = 0;
        for (List<Line> sessions : courses.values()) {
            for (int i = 1; i < sessions.size(); i++) {
                if (in(sessions.get(i).text("clinicId"), sessions.get(i).instant("completedAt"))) {
                    long days = ChronoUnit.DAYS.between(dayOf(sessions.get(i - 1)), dayOf(sessions.get(i)));
                    gaps++;
                    inWindow += isWellSpaced(sessions.get(i), days) ? 1 : 0;
                }
            }
        }
        rate(tiles, "spacingCompliance", inWindow, gaps);
    }

    private boolean isWellSpaced(Line session, long days) {
        HealingRule rule = policies.healing(session.text("clinicId"), dayOf(session), session.instant("completedAt"));
        return days >= rule.minDays() && days <= rule.warnAfterDays();
    }

    /** Sessions of one course may be in several clinics; those beside the scope are in the same zone in the demo. */
    private LocalDate dayOf(Line session) {
        ZoneId zone = zones.getOrDefault(
                session.text("clinicId"), zones.values().iterator().next());
        return LocalDate.ofInstant(session.instant("completedAt"), zone);
    }

    private static void ratio(Map<String, BigDecimal> tiles, String key, long part, long whole) {
        if (whole > 0) {
            tiles.put(key, BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
        }
    }

    private void messages(Map<String, BigDecimal> tiles) {
        List<Line> sent = events(notification, MessageSent.class)
                .filter(it -> in(it.text("about", "clinicId"), it.instant("sentAt")))
                .toList();
        Map<String, Instant> due = new TreeMap<>();
        notification.stream()
                .filter(it -> it.is(MessagePlanned.class) || it.is(MessageDeferred.class))
                .forEach(it -> due.put(it.subject(), it.instant("plannedFor")));
        tiles.put("messagesSent", count(sent.stream()));
        Set<String> arrived =
                events(notification, MessageDelivered.class).map(Line::subject).collect(Collectors.toSet());
        rate(
                tiles,
                "messageDelivery",
                sent.stream().filter(it -> arrived.contains(it.subject())).count(),
                sent.size());
        tiles.put(
                "messageStale",
                count(sent.stream()
                        .filter(it -> visits.changed(
                                it.text("about", "appointmentId"),
                                it.data()
                                        .path("about")
                                        .path("appointmentVersion")
                                        .asLong(),
                                due.getOrDefault(it.subject(), it.instant("sentAt"))))));
    }

    /** Prepaid money was collected when it was sold. */
    private static boolean isNewMoney(Line line) {
        return !List.of("GIFT_CARD", "PREPAID").contains(line.text("paid", "methodCode"));
    }

    private static BigDecimal paid(Line line, String part) {
        return new BigDecimal(line.data().path("paid").path(part).path("amount").asString("0"));
    }

    private static BigDecimal refunded(Line line, String part) {
        return new BigDecimal(line.data().path(part).path("amount").asString("0"));
    }

    private static BigDecimal count(Stream<?> what) {
        return BigDecimal.valueOf(what.count());
    }

    /** Of nothing there is no rate. */
    private static void rate(Map<String, BigDecimal> tiles, String key, long part, long whole) {
        if (whole > 0) {
            tiles.put(key, BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
        }
    }
}
