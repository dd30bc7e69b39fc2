package io.hairline.launcher.recount;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PrepaidSold;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakenBack;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferAccepted;
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
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the services have told, taken event by event: messages are folded, of the rest what a recount looks at is kept, and
 * the others are forgotten. An aggregate's events come in their order, and some may come again.
 */
public final class RecordedEvents {

    /** Beside those of visits. */
    private static final Set<String> BOOKING = names(List.of(
            CourseBooked.class,
            PaymentCaptured.class,
            PaymentRefunded.class,
            PrepaidSold.class,
            PrepaidTakenBack.class,
            WaitlistOfferAccepted.class));

    private static final Set<String> TREATMENT = names(List.of(
            AdverseEventReported.class,
            ConsentSigned.class,
            ConsentWithdrawn.class,
            ConsultationRecorded.class,
            CourseCompleted.class,
            PlanProposed.class,
            SessionCompleted.class,
            TouchUpBooked.class,
            TouchUpClosed.class,
            TouchUpDue.class,
            TouchUpReopened.class));

    private final Map<String, List<RecordedEvent>> booking = new TreeMap<>();
    private final Map<String, List<RecordedEvent>> treatment = new TreeMap<>();
    private final Map<String, List<RecordedEvent>> headOffice = new TreeMap<>();
    private final RecountedMessages messages = new RecountedMessages();

    private static Set<String> names(List<Class<? extends DomainEvent>> types) {
        return types.stream().map(WireNames::nameOf).collect(Collectors.toSet());
    }

    /**
     * Adds an event.
     *
     * @param topic one of the names in {@link Topics}
     */
    public void add(String topic, RecordedEvent it) {
        switch (topic) {
            case Topics.BOOKING_EVENTS -> keep(booking, it, RecountedVisits.needs(it) || BOOKING.contains(it.type()));
            case Topics.TREATMENT_EVENTS -> keep(treatment, it, TREATMENT.contains(it.type()));
            case Topics.NOTIFICATION_EVENTS -> messages.add(it);
            case Topics.HEADOFFICE_EVENTS ->
                keep(headOffice, it, RecountedRotas.needs(it) || RecountedPolicies.needs(it));
            default -> throw new IllegalArgumentException("Nothing of " + topic + " is counted");
        }
    }

    private static void keep(Map<String, List<RecordedEvent>> lines, RecordedEvent it, boolean needed) {
        if (needed) {
            List<RecordedEvent> its = lines.computeIfAbsent(it.subject(), _ -> new ArrayList<>(1));
            if (its.isEmpty() || its.getLast().version() < it.version()) {
                its.add(it);
            }
        }
    }

    List<RecordedEvent> booking() {
        return all(booking);
    }

    List<RecordedEvent> treatment() {
        return all(treatment);
    }

    List<RecordedEvent> headOffice() {
        return all(headOffice);
    }

    RecountedMessages messages() {
        return messages;
    }

    private static List<RecordedEvent> all(Map<String, List<RecordedEvent>> lines) {
        return lines.values().stream().flatMap(List::stream).toList();
    }
}
