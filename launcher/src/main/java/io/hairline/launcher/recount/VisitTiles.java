package io.hairline.launcher.recount;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferAccepted;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The numbers that come from appointments, the waiting list and working plans. */
record VisitTiles(
        RecountScope scope,
        List<RecordedEvent> booking,
        Map<String, List<RecordedEvent>> ofClients,
        RecountedVisits visits,
        RecountedRotas rotas) {

    void into(Tiles tiles) {
        bookings(tiles);
        visits(tiles);
        waitlist(tiles);
    }

    private void bookings(Tiles tiles) {
        List<RecordedEvent> made = RecordedEvent.all(booking, AppointmentBooked.class)
                .filter(it -> scope.has(it.text("slot", "clinicId"), it.time()))
                .toList();
        long ahead = made.stream()
                .mapToLong(it -> ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(it.time(), scope.zone(it.text("slot", "clinicId"))),
                        RecountedVisits.day(it)))
                .sum();
        tiles.count("bookings", made.size());
        tiles.ratio("leadTime", ahead, made.size());
    }

    private void visits(Tiles tiles) {
        List<RecordedEvent> completed = ended(AppointmentCompleted.class, _ -> true);
        long noShows = ended(AppointmentNoShow.class, _ -> true).size();
        long late = ended(
                        AppointmentCancelled.class, it -> it.data().path("late").asBoolean())
                .size();
        tiles.count("noShowMinutes", RecountedVisits.minutes(ended(AppointmentNoShow.class, _ -> true).stream()));
        tiles.rate("noShowRate", noShows, completed.size() + noShows);
        tiles.rate("lateCancelRate", late, completed.size() + noShows + late);
        tiles.rate("rebookingRate", completed.stream().filter(visits::rebooked).count(), completed.size());
        rebookedSessions(tiles, completed);
        tiles.rate(
                "utilisation",
                visits.minutes(scope::has),
                rotas.minutes(scope.zones().keySet(), scope.from(), scope.to()));
    }

    /** The visit on whose day a course ended comes after the course, every other session is in it. */
    private void rebookedSessions(Tiles tiles, List<RecordedEvent> completed) {
        Map<Boolean, List<RecordedEvent>> sessions = completed.stream()
                .filter(it -> it.text("slot", "serviceCode").matches("SESSION_.*|SCAR|DENSITY"))
                .collect(Collectors.partitioningBy(this::endsACourse));
        for (boolean last : List.of(true, false)) {
            List<RecordedEvent> those = sessions.getOrDefault(last, List.of());
            tiles.rate(
                    last ? "rebookingAfterCourse" : "rebookingInCourse",
                    those.stream().filter(visits::rebooked).count(),
                    those.size());
        }
    }

    private boolean endsACourse(RecordedEvent visit) {
        ZoneId zone = ZoneId.of(visit.text("slot", "zone"));
        return RecordedEvent.all(ofClients.getOrDefault(visit.text("clientId"), List.of()), CourseCompleted.class)
                .anyMatch(it ->
                        LocalDate.ofInstant(it.instant("completedAt"), zone).equals(RecountedVisits.day(visit)));
    }

    private void waitlist(Tiles tiles) {
        long saved = RecordedEvent.all(booking, WaitlistOfferAccepted.class)
                .filter(scope::has)
                .count();
        tiles.count("waitlistSaved", saved);
        tiles.rate(
                "waitlistRefillRate",
                saved,
                visits.freed().filter(it -> scope.has(it.slot())).count());
        tiles.rate(
                "refillRate",
                visits.freed()
                        .filter(it -> scope.has(it.slot()) && visits.isTakenAgain(it))
                        .count(),
                visits.freed().filter(it -> scope.has(it.slot())).count());
    }

    /** Appointments of the period that ended so. */
    private List<RecordedEvent> ended(Class<? extends DomainEvent> how, Predicate<RecordedEvent> more) {
        return visits.now()
                .filter(it -> it.is(how) && more.test(it))
                .filter(scope::has)
                .toList();
    }
}
