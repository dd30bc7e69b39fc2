package io.hairline.headoffice.dashboard.projection;

import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_DELIVERED;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_SENT;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_STALE;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import io.hairline.headoffice.dashboard.projection.Fact.Delivered;
import io.hairline.headoffice.dashboard.projection.Fact.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the messages to a client add to the sums. */
final class MessageTotals {

    private final ClientFacts client;
    private final Map<String, AppointmentFacts> visits;
    private final Contributions contributions;

    MessageTotals(ClientFacts client, Map<String, AppointmentFacts> visits, Contributions contributions) {
        this.client = client;
        this.visits = visits;
        this.contributions = contributions;
    }

    void message(Collection<Message> steps) {
        Optional<Instant> due =
                steps.stream().filter(it -> !it.sent()).map(Message::moment).reduce((_, later) -> later);
        steps.stream().filter(Message::sent).findFirst().ifPresent(sent -> {
            Optional<AppointmentFacts> about =
                    Optional.ofNullable(sent.appointmentId()).map(it -> visits.get(it.value()));
            boolean stale = about.isPresent() && due.isPresent() && isStale(about.get(), sent, due.get());
            placeOf(sent, about).ifPresent(it -> {
                contributions.count(it.clinicId(), it.day(), MESSAGES_SENT, sent);
                delivered(sent.of())
                        .ifPresent(by -> contributions.count(it.clinicId(), it.day(), MESSAGES_DELIVERED, by));
                if (stale) {
                    contributions.count(it.clinicId(), it.day(), MESSAGES_STALE, sent);
                }
            });
        });
    }

    private Optional<Delivered> delivered(String message) {
        return client.all(Delivered.class).filter(it -> it.of().equals(message)).findFirst();
    }

    /** What it was written for had changed before it was due. */
    private static boolean isStale(AppointmentFacts visit, Message message, Instant due) {
        Optional<AppointmentChange> written = visit.atVersion(message.appointmentVersion());
        Optional<AppointmentChange> atDue = visit.before(due).filter(it -> it.version() > message.appointmentVersion());
        return written.isPresent() && atDue.isPresent() && !written.get().promisesTheSameAs(atDue.get());
    }

    private static Optional<DailyTotalsStore.Place> placeOf(Message sent, Optional<AppointmentFacts> about) {
        ClinicId clinic = sent.clinicId();
        if (clinic != null && sent.day() != null) {
            return Optional.of(new DailyTotalsStore.Place(clinic, sent.day()));
        }
        return about.map(it -> it.changes().getFirst())
                .map(it -> new DailyTotalsStore.Place(it.clinicId(), it.localDayOf(sent.moment())));
    }
}
