package io.hairline.booking.appointment;

import io.hairline.booking.allocation.AllocatedSlot;
import io.hairline.booking.allocation.SlotAllocation;
import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.diary.Occupancy;
import io.hairline.contracts.AppointmentId;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Records changes of appointments. The unique index over claims decides who gets a place. */
@Component
public class DiaryWriter {

    /** Another chair may be free when the first choice has just been taken. */
    private static final int CHAIRS_TO_TRY = 8;

    private static final int LAPSED_TO_TRY = 3;

    private final EventLog eventLog;
    private final Appointments appointments;
    private final SlotAllocation slotAllocation;
    private final List<AppointmentFollowUp> followUps;
    private final Clock clock;

    DiaryWriter(
            EventLog eventLog,
            Appointments appointments,
            SlotAllocation slotAllocation,
            List<AppointmentFollowUp> followUps,
            Clock clock) {
        this.eventLog = eventLog;
        this.appointments = appointments;
        this.slotAllocation = slotAllocation;
        this.followUps = List.copyOf(followUps);
        this.clock = clock;
    }

    /** Changes one appointment that takes no place it doesn't have. */
    public Appointment change(AppointmentId id, Function<Appointment, Change<Appointment>> command) {
        return eventLog.record(Appointment.class, () -> followed(command.apply(appointments.require(id))));
    }

    /** Takes a place in the diary: a read finds one, the transaction decides; if all are taken, the refusal offers others. */
    Appointment place(AppointmentId id, SlotRequest request, Function<AllocatedSlot, Change<Appointment>> command) {
        for (int attempt = 1; attempt <= CHAIRS_TO_TRY; attempt++) {
            Optional<AllocatedSlot> place = slotAllocation.find(request);
            if (place.isEmpty()) {
                break;
            }
            Optional<Appointment> placed = recordWhereFree(
                    id, place.get().occupiedBy(request.clientId()).claims(), () -> command.apply(place.get()));
            if (placed.isPresent()) {
                return placed.get();
            }
        }
        throw slotAllocation.taken(request);
    }

    /** Records a change that takes claims. Holds in the way that have lapsed are released with it; empty if others are. */
    public Optional<Appointment> recordWhereFree(
            AppointmentId id, List<String> claims, Supplier<Change<Appointment>> command) {
        List<AppointmentId> lapsed = List.of();
        for (int attempt = 1; attempt <= LAPSED_TO_TRY; attempt++) {
            try {
                return Optional.of(record(lapsed, command));
            } catch (DuplicateKeyException _) {
                List<Appointment> others = appointments.holding(claims).stream()
                        .filter(it -> !it.id().equals(id))
                        .toList();
                List<Appointment> inForce = others.stream()
                        .filter(it -> !it.isLapsed(clock.instant()))
                        .toList();
                if (inForce.stream().anyMatch(it -> sharesClient(it, claims))) {
                    throw SlotAllocation.clientBusy();
                }
                if (!inForce.isEmpty()) {
                    return Optional.empty();
                }
                lapsed = others.stream().map(Appointment::id).toList();
            }
        }
        return Optional.empty();
    }

    private Appointment record(List<AppointmentId> lapsed, Supplier<Change<Appointment>> command) {
        return eventLog.recordAll(Appointment.class, () -> {
                    List<Change<Appointment>> changes = new ArrayList<>();
                    lapsed.forEach(
                            it -> changes.add(followed(appointments.require(it).release("LAPSED"))));
                    changes.add(followed(command.get()));
                    return changes;
                })
                .getLast();
    }

    /** The change with everything that follows from it. */
    public Change<Appointment> followed(Change<Appointment> change) {
        return change.event() == null
                ? change
                : change.with(followUps.stream()
                        .flatMap(it -> it.after(change).stream())
                        .toList());
    }

    private static boolean sharesClient(Appointment other, List<String> claims) {
        List<String> theirs = other.claims();
        return theirs != null && claims.stream().filter(Occupancy::isClients).anyMatch(theirs::contains);
    }
}
