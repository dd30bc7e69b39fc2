package io.hairline.notification.schedule;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.wire.Topics;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An appointment as its messages see it.
 *
 * @param version of the last event that changed its time, place, person or state
 * @param since when that happened
 * @param byClient whether the client did it, who is awake then and gets the answer at once
 */
@Document(MessageTrigger.COLLECTION)
@TypeAlias("visit")
public record AppointmentTrigger(
        @Id AppointmentId id,
        long version,
        ClientId clientId,
        AppointmentSlot slot,
        State state,
        Instant since,
        boolean byClient)
        implements MessageTrigger {

    private static final Duration MISSED_AFTER = Duration.ofMinutes(10);
    private static final Duration SMALL_HOURS = Duration.ofHours(3);
    private static final Duration DAY = Duration.ofDays(1);

    /** What has become of it. */
    public enum State {
        BOOKED,
        MOVED,
        /** A check-in was taken back: the client knows of it, and it is still to come. */
        EXPECTED,
        CANCELLED,
        MISSED,
        /** The client is there, or was; or nobody ever had it. */
        OVER
    }

    @Override
    public List<PlannedMessage> drafts() {
        return switch (state) {
            case BOOKED -> upcoming(MessageTemplate.BOOKING_CONFIRMED);
            case MOVED -> upcoming(MessageTemplate.APPOINTMENT_RESCHEDULED);
            case EXPECTED -> reminders();
            case CANCELLED -> cancelled();
            case MISSED -> missed();
            case OVER -> List.of();
        };
    }

    boolean isToCome() {
        return state == State.BOOKED || state == State.MOVED || state == State.EXPECTED;
    }

    private List<PlannedMessage> upcoming(MessageTemplate first) {
        List<PlannedMessage> drafts = new ArrayList<>();
        if (since.isBefore(start())) {
            drafts.add(new PlannedMessage(first, since, since, start(), byClient));
        }
        drafts.addAll(reminders());
        return List.copyOf(drafts);
    }

    private List<PlannedMessage> reminders() {
        List<PlannedMessage> drafts = new ArrayList<>();
        remind(drafts, MessageTemplate.REMINDER_7_DAYS, sameHourAWeekBefore(), dayBegins(5));
        remind(
                drafts,
                MessageTemplate.REMINDER_48_HOURS,
                before(48),
                dayBegins(1).plus(SMALL_HOURS));
        remind(drafts, MessageTemplate.REMINDER_24_HOURS, before(24), dayBegins(0));
        remind(drafts, MessageTemplate.REMINDER_2_HOURS, before(2), start());
        return List.copyOf(drafts);
    }

    /** Nothing is planned for a time that had passed when it was booked; "tomorrow" is of use until it is today. */
    private void remind(List<PlannedMessage> drafts, MessageTemplate template, Instant due, Instant usefulUntil) {
        if (due.isAfter(since) && due.isBefore(usefulUntil)) {
            drafts.add(PlannedMessage.at(template, due, usefulUntil));
        }
    }

    /** By the clinic's clock, whatever it does between the two days. */
    private Instant sameHourAWeekBefore() {
        return slot.localStart().minusWeeks(1).atZone(zone()).toInstant();
    }

    private Instant before(int hours) {
        return start().minus(Duration.ofHours(hours));
    }

    /** Of the clinic's own day so many days before. */
    private Instant dayBegins(int daysBefore) {
        return slot.localStart()
                .toLocalDate()
                .minusDays(daysBefore)
                .atStartOfDay(zone())
                .toInstant();
    }

    private ZoneId zone() {
        return ZoneId.of(slot.zone());
    }

    private List<PlannedMessage> cancelled() {
        if (!since.isBefore(start())) {
            return List.of();
        }
        Instant tomorrow = since.plus(DAY);
        Instant usefulUntil = start().isAfter(tomorrow) ? start() : tomorrow;
        return List.of(new PlannedMessage(MessageTemplate.APPOINTMENT_CANCELLED, since, since, usefulUntil, byClient));
    }

    /** Only soon after it: what is entered a week later is for the books. */
    private List<PlannedMessage> missed() {
        Instant ten = start().plus(MISSED_AFTER);
        if (since.isAfter(start().plus(DAY))) {
            return List.of();
        }
        Instant due = since.isAfter(ten) ? since : ten;
        return List.of(PlannedMessage.at(MessageTemplate.MISSED_YOU, due, due.plus(DAY)));
    }

    /** From a day before the start the client may be on the way, or there. */
    @Override
    public TimeAtClinic stay() {
        return new TimeAtClinic(start().minus(DAY), start().plus(DAY));
    }

    private Instant start() {
        return slot.startsAt();
    }

    @Override
    public String subject() {
        return id.value();
    }

    @Override
    public String source() {
        return Topics.BOOKING_EVENTS;
    }

    @Override
    public ClinicId clinicId() {
        return slot.clinicId();
    }

    @Override
    public AppointmentId appointmentId() {
        return id;
    }

    @Override
    public long appointmentVersion() {
        return version;
    }
}
