package io.hairline.booking.appointment.conflict;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.appointment.visit.Visit;
import io.hairline.contracts.AppointmentId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Extends appointments that take longer; where that can't be, or nobody has asked at the end, the desk gets a task. */
@Service
class Overruns implements DueWorkHandler {

    static final String KIND = "overrun";

    private final DiaryWriter diary;
    private final AppointmentScheduling scheduling;
    private final Tasks tasks;
    private final EventLog eventLog;
    private final Clock clock;

    Overruns(DiaryWriter diary, AppointmentScheduling scheduling, Tasks tasks, EventLog eventLog, Clock clock) {
        this.diary = diary;
        this.scheduling = scheduling;
        this.tasks = tasks;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /** Refused with {@code slot-taken}, and a task for the desk, if another appointment has one of the quarters. */
    Appointment extend(AppointmentId id, int minutes, Consumer<Appointment> check) {
        Appointment now = scheduling.require(id);
        check.accept(now);
        Appointment longer = Visit.of(now).extend(minutes).next();
        return taken(() -> diary.recordWhereFree(id, longer.occupied().claims(), () -> {
                    Appointment it = scheduling.require(id);
                    check.accept(it);
                    return Visit.of(it).extend(minutes);
                }))
                .orElseThrow(() -> {
                    open(now, "NEXT_TIME_TAKEN");
                    return Refusal.state(
                            "slot-taken",
                            "Another appointment begins before that. The desk has a task; move one of the two.");
                });
    }

    /** The client's own next appointment is in the way like anybody's. */
    private static Optional<Appointment> taken(Supplier<Optional<Appointment>> extension) {
        try {
            return extension.get();
        } catch (Refusal e) {
            if (e.slug().equals("client-busy")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void open(Appointment it, String reasonCode) {
        boolean known = tasks.openFor(it.id()).stream().anyMatch(task -> task.kind() == Task.Kind.OVERRUN);
        if (!known) {
            var _ = eventLog.record(
                    Task.class,
                    () -> Task.open(Task.Kind.OVERRUN, it.slot().clinicId(), it.id(), reasonCode, clock.instant()));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One that was extended meanwhile is looked at again at its new end. */
    @Override
    public void run(DueItem item) {
        Appointment it = scheduling.require(new AppointmentId(item.subject()));
        if (it.status() == Status.IN_CHAIR
                && !clock.instant().isBefore(it.slot().endsAt())) {
            open(it, "PAST_ITS_END");
        }
    }
}
