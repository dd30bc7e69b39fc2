package io.hairline.booking.appointment.conflict;

import io.hairline.booking.allocation.WorkingPlanCheck;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.Status;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Id;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the confirmed appointments to come of a clinic or a practitioner with the plans, after any of the plans changed.
 * It is due work in pages, so a change with many appointments neither blocks the events behind it nor one transaction.
 */
@Component
class ConflictSearch implements DueWorkHandler {

    private static final Set<String> OF_HOURS = Set.of("CLINIC_CLOSED", "PRACTITIONER_NOT_WORKING");

    private static final int PAGE = 50;
    /** Longer than any instance books by the plans as they were before the change. */
    private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(2);

    private final DueWork dueWork;
    private final Appointments appointments;
    private final DiaryWriter diary;
    private final WorkingPlanCheck plans;
    private final Clock clock;

    ConflictSearch(DueWork dueWork, Appointments appointments, DiaryWriter diary, WorkingPlanCheck plans, Clock clock) {
        this.dueWork = dueWork;
        this.appointments = appointments;
        this.diary = diary;
        this.plans = plans;
        this.clock = clock;
    }

    void ofClinic(ClinicId clinic) {
        soon(Appointments.CLINIC, clinic);
    }

    void ofPractitioner(PractitionerId practitioner) {
        soon(Appointments.PRACTITIONER, practitioner);
    }

    /** Changes of the same second are looked at once. */
    private void soon(String whose, Id id) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(UNTIL_ALL_KNOW);
        dueWork.at(at, AppointmentConflict.SEARCH, whose + "|" + id.value() + "|");
    }

    @Override
    public String kind() {
        return AppointmentConflict.SEARCH;
    }

    /** The subject: whose, the id, and the start from which a long search goes on; or one appointment. */
    @Override
    public void run(DueItem item) {
        String[] words = item.subject().split("\\|", -1);
        if (words[0].equals(AppointmentConflict.ONE)) {
            Appointment it = appointments.require(new AppointmentId(words[1]));
            if (it.status() == Status.CONFIRMED) {
                compare(it);
            }
            return;
        }
        Instant now = clock.instant();
        Instant from = words[2].isEmpty() ? now : Instant.parse(words[2]);
        List<Appointment> page = appointments.confirmed(words[0], words[1], from.isBefore(now) ? now : from, PAGE);
        page.forEach(this::compare);
        if (page.size() == PAGE) {
            dueWork.at(now, AppointmentConflict.SEARCH, words[0] + "|" + words[1] + "|" + next(page, from));
        }
    }

    /** Those of one start may straddle two pages, so the next page begins with that start; but it must get on. */
    private static Instant next(List<Appointment> page, Instant from) {
        Instant last = page.getLast().slot().startsAt();
        return last.isAfter(from) ? last : last.plusMillis(1);
    }

    private void compare(Appointment it) {
        String reasonCode = misfit(it);
        if (AppointmentConflict.of(it).withPlans(reasonCode).event() != null) {
            diary.change(it.id(), fresh -> AppointmentConflict.of(fresh).withPlans(misfit(fresh)));
        }
    }

    /** What was booked outside the hours on purpose is in no conflict with them. */
    private @Nullable String misfit(Appointment it) {
        PlanOverride override = it.override();
        boolean anyHour = override != null && override.rules().contains(PlanOverride.OPENING_HOURS);
        return plans.misfit(it.slot(), it.occupied())
                .filter(code -> !(anyHour && OF_HOURS.contains(code)))
                .orElse(null);
    }
}
