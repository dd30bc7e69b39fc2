package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.contracts.booking.BookingEvent.AppointmentExtended;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStartUndone;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.OfClient;
import io.hairline.contracts.booking.BookingEvent.OfEnquiry;
import io.hairline.contracts.booking.BookingEvent.OfPayment;
import io.hairline.contracts.booking.BookingEvent.OfPrepaid;
import io.hairline.contracts.booking.BookingEvent.OfTask;
import io.hairline.contracts.booking.BookingEvent.OfWaitlistEntry;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Looks at the diary as it was left, and replays how it came to be, knowing nothing of indexes and transactions. */
final class DiaryCheck {

    private static final WireNames NAMES = WireNames.of(BookingEvent.class);

    private final MongoTemplate mongo;

    DiaryCheck(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Every active appointment claims what it occupies and nobody else does; the others claim nothing. */
    void noTwoShareAClaim() {
        Map<String, String> holders = new HashMap<>();
        for (Appointment it : mongo.findAll(Appointment.class)) {
            if (!it.status().isActive()) {
                assertThat(it.claims()).as("%s", it.id()).isNull();
                continue;
            }
            assertThat(it.claims()).as("%s", it.id()).isEqualTo(it.occupied().claims());
            assertThat(it.occupied().startsAt()).isEqualTo(it.slot().startsAt());
            it.occupied()
                    .claims()
                    .forEach(claim -> assertThat(holders.put(claim, it.id().value()))
                            .as("%s of %s", claim, it.id())
                            .isNull());
        }
    }

    /** Each appointment's versions run from 1 to what it is now, each with its one event. */
    void everyVersionHasItsEvent() {
        Map<String, Long> last = new HashMap<>();
        for (StoredEvent it : events("aggregateId", "version")) {
            assertThat(it.version()).as("%s", it).isEqualTo(last.getOrDefault(it.aggregateId(), 0L) + 1);
            last.put(it.aggregateId(), it.version());
        }
        mongo.findAll(Appointment.class)
                .forEach(it ->
                        assertThat(last.get(it.id().value())).as("%s", it.id()).isEqualTo(it.version()));
    }

    /** One after the other in commit order, nothing is ever put where something is. */
    void historyNeverOverlaps(List<StoredEvent> inCommitOrder) {
        Map<String, Set<String>> taken = new HashMap<>();
        Map<String, String> holders = new HashMap<>();
        Map<String, Appointment> now = new HashMap<>();
        mongo.findAll(Appointment.class).forEach(it -> now.put(it.id().value(), it));
        for (StoredEvent line : inCommitOrder) {
            Appointment appointment = now.get(line.aggregateId());
            if (appointment == null) {
                continue;
            }
            taken.getOrDefault(line.aggregateId(), Set.of()).forEach(holders::remove);
            Set<String> claims = claimsAfter(read(line));
            claims.forEach(it -> assertThat(holders.put(it, line.aggregateId()))
                    .as("%s by %s", it, line)
                    .isNull());
            taken.put(line.aggregateId(), claims);
        }
    }

    /** Coarser than the real claims, and reckoned apart from them: the minutes of practitioner, chair and client. */
    private static Set<String> claimsAfter(BookingEvent event) {
        return switch (event) {
            case SlotHeld it ->
                minutes(it.slot(), it.clientId() == null ? null : it.clientId().value());
            case AppointmentBooked it -> minutes(it.slot(), it.clientId().value());
            case AppointmentRescheduled it -> minutes(it.slot(), it.clientId().value());
            case ClientCheckedIn it -> minutes(it.slot(), it.clientId().value());
            case CheckInUndone it -> minutes(it.slot(), it.clientId().value());
            case AppointmentConflictFound it -> minutes(it.slot(), it.clientId().value());
            case AppointmentConflictResolved it ->
                minutes(it.slot(), it.clientId().value());
            case AppointmentStarted it -> minutes(it.slot(), it.clientId().value());
            case AppointmentStartUndone it -> minutes(it.slot(), it.clientId().value());
            case AppointmentExtended it -> minutes(it.slot(), it.clientId().value());
            case AppointmentReinstated it -> minutes(it.slot(), it.clientId().value());
            case SlotReleased _, AppointmentCancelled _, AppointmentNoShow _, NoShowFeeWaived _ -> Set.of();
            case AppointmentCompleted _, AppointmentInConflict _ -> Set.of();
            case BookingEvent.OfErasure _,
                    OfClient _,
                    OfPayment _,
                    OfTask _,
                    BookingEvent.OfPastAppointment _,
                    OfEnquiry _,
                    OfPrepaid _,
                    OfWaitlistEntry _,
                    CourseBooked _,
                    BookingEvent.OfHeldCourse _,
                    SlotsOffered _ -> Set.of();
        };
    }

    private static Set<String> minutes(AppointmentSlot slot, @Nullable String client) {
        Set<String> minutes = new HashSet<>();
        for (long at = slot.startsAt().getEpochSecond() / 60; at < slot.endsAt().getEpochSecond() / 60; at += 5) {
            minutes.add(slot.practitionerId() + " " + at);
            minutes.add(slot.chairId() + " " + at);
            if (client != null) {
                minutes.add(client + " " + at);
            }
        }
        return minutes;
    }

    private static BookingEvent read(StoredEvent line) {
        Class<? extends BookingEvent> type =
                NAMES.find(line.type()).orElseThrow().asSubclass(BookingEvent.class);
        return EventJson.read(line.data().getBytes(StandardCharsets.UTF_8), type);
    }

    private List<StoredEvent> events(String... order) {
        return mongo.find(new Query().with(Sort.by(order)), StoredEvent.class);
    }
}
