package io.hairline.notification.schedule;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.wire.Topics;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A touch-up whose day has come.
 *
 * @param since when its day came
 * @param open it still needs an appointment
 * @param offeredAt when booking found free slots; absent until then
 * @param slots those, the nearest first
 */
@Document(MessageTrigger.COLLECTION)
@TypeAlias("touchUp")
public record TouchUpTrigger(
        @Id TouchUpId id,
        ClientId clientId,
        ClinicId clinicId,
        LocalDate until,
        Instant since,
        boolean open,
        @Nullable Instant offeredAt,
        List<AppointmentSlot> slots)
        implements MessageTrigger {

    private static final Duration WAITS_FOR_SLOTS = Duration.ofHours(1);
    private static final Duration AT_LEAST = Duration.ofDays(30);

    public TouchUpTrigger {
        slots = List.copyOf(slots);
    }

    /** The client is told once: the draft is due when its day came, whatever happens afterwards. */
    @Override
    public List<PlannedMessage> drafts() {
        return open
                ? List.of(new PlannedMessage(MessageTemplate.TOUCH_UP_DUE, since, leavesAt(), usefulUntil(), false))
                : List.of();
    }

    private Instant leavesAt() {
        Instant latest = since.plus(WAITS_FOR_SLOTS);
        Instant offered = offeredAt;
        if (offered == null || offered.isAfter(latest)) {
            return latest;
        }
        return offered.isBefore(since) ? since : offered;
    }

    private Instant usefulUntil() {
        Instant windowEnds = until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant earliest = since.plus(AT_LEAST);
        return windowEnds.isAfter(earliest) ? windowEnds : earliest;
    }

    TouchUpTrigger with(boolean nowOpen) {
        return new TouchUpTrigger(id, clientId, clinicId, until, since, nowOpen, offeredAt, slots);
    }

    TouchUpTrigger offered(Instant at, List<AppointmentSlot> free) {
        return new TouchUpTrigger(id, clientId, clinicId, until, since, open, at, free);
    }

    @Override
    public String subject() {
        return id.value();
    }

    @Override
    public String source() {
        return Topics.TREATMENT_EVENTS;
    }

    @Override
    public TouchUpId touchUpId() {
        return id;
    }
}
