package io.hairline.booking.course;

import io.hairline.booking.allocation.AllocatedSlot;
import io.hairline.booking.allocation.SlotAllocation;
import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Books several appointments in one transaction with what they are the parts of: all of it, or nothing. */
@Service
public class GroupBooking {

    private static final int ATTEMPTS = 4;

    private final EventLog eventLog;
    private final Appointments appointments;
    private final DiaryWriter diary;
    private final SlotAllocation slotAllocation;
    private final ReferenceData referenceData;
    private final Clock clock;

    GroupBooking(
            EventLog eventLog,
            Appointments appointments,
            DiaryWriter diary,
            SlotAllocation slotAllocation,
            ReferenceData referenceData,
            Clock clock) {
        this.eventLog = eventLog;
        this.appointments = appointments;
        this.diary = diary;
        this.slotAllocation = slotAllocation;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /** One of them, under an id of the caller's choice. */
    public record Part(AppointmentId id, SlotRequest wish) {}

    /** Why a slot can't be booked now, with alternatives where another appointment has it; empty if it can. */
    public Optional<Refusal> obstacle(SlotRequest wish) {
        try {
            return slotAllocation.find(wish).isPresent() ? Optional.empty() : Optional.of(slotAllocation.taken(wish));
        } catch (Refusal e) {
            return Optional.of(e);
        }
    }

    /**
     * Empty if another appointment has one of the slots; refused if the clinics' plans exclude one.
     *
     * @param heldUntil until when the slots are only kept; absent if they are booked
     */
    public <A extends Aggregate> Optional<A> book(
            Class<A> type,
            Supplier<Change<A>> whole,
            CourseId course,
            ClientId client,
            String madeBy,
            List<Part> parts,
            @Nullable Instant heldUntil) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<AllocatedSlot> places = new ArrayList<>();
            parts.forEach(it -> slotAllocation.find(it.wish()).ifPresent(places::add));
            if (places.size() < parts.size()) {
                return Optional.empty();
            }
            try {
                return Optional.of(eventLog.record(
                        type, () -> whole.get().with(booked(parts, places, course, client, madeBy, heldUntil))));
            } catch (DuplicateKeyException e) {
                if (!releaseLapsed(places, client)) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    private List<Change<Appointment>> booked(
            List<Part> parts,
            List<AllocatedSlot> places,
            CourseId course,
            ClientId client,
            String madeBy,
            @Nullable Instant heldUntil) {
        List<Change<Appointment>> booked = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            BookingPolicy policy = referenceData.policy(part.wish().clinicId());
            AllocatedSlot place = places.get(index);
            booked.add(diary.followed(
                    heldUntil == null
                            ? Appointment.book(part.id(), place, client, madeBy, policy, course)
                            : Appointment.holdForCourse(part.id(), place, client, madeBy, policy, course, heldUntil)));
        }
        return booked;
    }

    /** Releases lapsed holds in the way; false if nothing was in the way at all. */
    private boolean releaseLapsed(List<AllocatedSlot> places, ClientId client) {
        List<Appointment> inTheWay = appointments.holding(places.stream()
                .flatMap(it -> it.occupiedBy(client).claims().stream())
                .toList());
        inTheWay.stream()
                .filter(it -> it.isLapsed(clock.instant()))
                .forEach(it -> diary.change(it.id(), held -> held.release("LAPSED")));
        return !inTheWay.isEmpty();
    }

    /** The appointments of a course, in the order of their times; times that were given back are none. */
    public List<Appointment> ofCourse(CourseId course) {
        return appointments.ofCourse(course).stream()
                .filter(it -> it.status() != Status.EXPIRED)
                .toList();
    }
}
