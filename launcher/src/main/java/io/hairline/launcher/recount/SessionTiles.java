package io.hairline.launcher.recount;

import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventReported;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentSigned;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers that come from what was done in the chair.
 *
 * @param ofClients what treatment has told of each client, by the client's id
 */
record SessionTiles(
        RecountScope scope,
        List<RecordedEvent> booking,
        List<RecordedEvent> treatment,
        Map<String, List<RecordedEvent>> ofClients) {

    void into(Tiles tiles) {
        sessions(tiles);
        consultations(tiles);
        harms(tiles);
        records(tiles);
    }

    private void harms(Tiles tiles) {
        long harms = RecordedEvent.all(treatment, AdverseEventReported.class)
                .filter(it -> scope.has(it.text("clinicId"), it.time()))
                .count();
        tiles.ratio("adverseEvents", harms * 1_000, sessionsDone().count());
    }

    private Stream<RecordedEvent> sessionsDone() {
        return RecordedEvent.all(treatment, SessionCompleted.class)
                .filter(it -> scope.has(it.text("clinicId"), it.instant("completedAt")));
    }

    private void sessions(Tiles tiles) {
        tiles.count("sessions", sessionsDone().count());
        sessionsDone()
                .filter(it -> !it.text("price", "currency").isEmpty())
                .forEach(it -> tiles.add(
                        "revenue " + it.text("price", "currency"),
                        new BigDecimal(it.data().path("price").path("amount").asString("0"))));
    }

    private void consultations(Tiles tiles) {
        List<RecordedEvent> held = RecordedEvent.all(treatment, ConsultationRecorded.class)
                .filter(it -> scope.has(it.text("clinicId"), it.time()))
                .toList();
        Set<String> booked = RecordedEvent.all(booking, CourseBooked.class)
                .map(it -> it.text("planId"))
                .collect(Collectors.toSet());
        Set<String> led = RecordedEvent.all(treatment, PlanProposed.class)
                .filter(it -> booked.contains(it.text("planId")))
                .map(it -> it.text("consultationAppointmentId"))
                .collect(Collectors.toSet());
        tiles.count("consultations", held.size());
        tiles.rate(
                "consultationToCourse",
                held.stream()
                        .filter(it -> led.contains(it.text("appointmentId")))
                        .count(),
                held.size());
    }

    private void records(Tiles tiles) {
        List<RecordedEvent> done = sessionsDone().toList();
        tiles.rate(
                "consentCompleteness", done.stream().filter(this::hadConsented).count(), done.size());
        tiles.rate(
                "lotCompleteness",
                done.stream()
                        .filter(it -> !it.data().path("pigments").isEmpty())
                        .count(),
                done.size());
    }

    private boolean hadConsented(RecordedEvent session) {
        Map<String, RecordedEvent> before = new TreeMap<>();
        ofClients.getOrDefault(session.text("clientId"), List.of()).stream()
                .filter(it -> it.is(ConsentSigned.class) || it.is(ConsentWithdrawn.class))
                .filter(it -> it.text("purposeCode").equals("TREATMENT"))
                .filter(it -> !it.time().isAfter(session.instant("completedAt")))
                .forEach(it -> before.put(it.subject(), it));
        return before.values().stream().anyMatch(it -> it.is(ConsentSigned.class));
    }
}
