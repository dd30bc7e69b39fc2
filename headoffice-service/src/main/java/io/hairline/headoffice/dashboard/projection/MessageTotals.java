package io.hairline.headoffice.dashboard.projection;

import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_DELIVERED;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_FAILED;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_SENT;
import static io.hairline.headoffice.dashboard.projection.Measure.MESSAGES_STALE;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import io.hairline.headoffice.dashboard.projection.Fact.Message;
import io.hairline.headoffice.dashboard.projection.Fact.MessageEnded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        Optional<Message> left = steps.stream().filter(Message::sent).findFirst();
        left.ifPresent(sent -> {
            Optional<AppointmentFacts> about = appointment(sent.appointmentId());
            boolean stale = about.isPresent() && due.isPresent() && isStale(about.get(), sent, due.get());
            placeOf(sent.clinicId(), sent.day(), sent.moment(), about).ifPresent(it -> {
                contributions.count(it.clinicId(), it.day(), MESSAGES_SENT, sent);
                contributions.count(it.clinicId(), it.day(), MESSAGES_DELIVERED, sent);
                if (stale) {
                    contributions.count(it.clinicId(), it.day(), MESSAGES_STALE, sent);
                }
            });
        });
        if (left.isEmpty()) {
            steps.stream()
                    .findFirst()
                    .flatMap(it -> ended(it.of()))
                    .ifPresent(end -> placeOf(end.clinicId(), end.day(), end.at(), appointment(end.appointmentId()))
                            .ifPresent(it -> contributions.count(
                                    it.clinicId(),
                                    it.day(),
                                    end.hasFailed() ? MESSAGES_FAILED : MESSAGES_DELIVERED,
                                    end)));
        }
    }

    private Optional<MessageEnded> ended(String message) {
        return client.all(MessageEnded.class)
                .filter(it -> it.of().equals(message))
                .reduce((_, later) -> later);
    }

    private Optional<AppointmentFacts> appointment(@Nullable AppointmentId id) {
        return Optional.ofNullable(id).map(it -> visits.get(it.value()));
    }

    /** What it was written for had changed before it was due. */
    private static boolean isStale(AppointmentFacts visit, Message message, Instant due) {
        Optional<AppointmentChange> written = visit.atVersion(message.appointmentVersion());
        Optional<AppointmentChange> atDue = visit.before(due).filter(it -> it.version() > message.appointmentVersion());
        return written.isPresent() && atDue.isPresent() && !written.get().promisesTheSameAs(atDue.get());
    }

    private static Optional<DailyTotalsStore.Place> placeOf(
            @Nullable ClinicId clinic, @Nullable LocalDate day, Instant at, Optional<AppointmentFacts> about) {
        if (clinic != null && day != null) {
            return Optional.of(new DailyTotalsStore.Place(clinic, day));
        }
        return about.map(it -> it.changes().getFirst())
                .map(it -> new DailyTotalsStore.Place(it.clinicId(), it.localDayOf(at)));
    }
}
