package io.hairline.booking.course;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.diary.Healing;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A course as the API shows it.
 *
 * @param status {@code HELD} while its times are kept for the deposit, {@code EXPIRED} when they were given back,
 *     {@code BOOKED}, {@code COMPLETED} when all sessions are, {@code CANCELLED} when none is left
 * @param warnings what isn't forbidden but worth a word
 */
public record CourseView(
        CourseId id,
        long version,
        String status,
        ClientId clientId,
        PlanId planId,
        List<SessionView> sessions,
        Money total,
        Deposit deposit,
        List<String> warnings) {

    /** One session with the appointment it is in. */
    public record SessionView(
            AppointmentId appointmentId,
            String serviceCode,
            @Nullable Status status,
            ClinicId clinicId,
            @Nullable PractitionerId practitionerId,
            @Nullable OffsetDateTime startsAt,
            @Nullable LocalDateTime localStart,
            @Nullable String zone,
            Money price) {}

    /**
     * What is due before the course is booked, and what has been paid for it so far.
     *
     * @param dueAt until when the times are kept for it; absent once the course is booked, or given back
     */
    public record Deposit(
            Money required, Money paid, @Nullable Instant dueAt) {}

    static CourseView of(Course course, List<Appointment> appointments, Money paid) {
        Map<AppointmentId, Appointment> byId =
                appointments.stream().collect(Collectors.toMap(Appointment::id, Function.identity()));
        List<SessionView> sessions = course.sessions().stream()
                .map(it -> session(it, byId.get(it.appointmentId())))
                .toList();
        return new CourseView(
                course.id(),
                course.version(),
                status(course, appointments),
                course.clientId(),
                course.planId(),
                sessions,
                course.total(),
                new Deposit(course.deposit(), paid, course.depositDueAt()),
                warnings(appointments));
    }

    private static SessionView session(Course.Session it, @Nullable Appointment appointment) {
        if (appointment == null) {
            return new SessionView(
                    it.appointmentId(), it.serviceCode(), null, it.clinicId(), null, null, null, null, it.price());
        }
        var slot = appointment.slot();
        return new SessionView(
                it.appointmentId(),
                it.serviceCode(),
                appointment.status(),
                slot.clinicId(),
                slot.practitionerId(),
                slot.startsAt().atZone(ZoneId.of(slot.zone())).toOffsetDateTime(),
                slot.localStart(),
                slot.zone(),
                it.price());
    }

    private static String status(Course course, List<Appointment> appointments) {
        if (course.state() != Course.State.BOOKED) {
            return course.state() == Course.State.HELD ? "HELD" : "EXPIRED";
        }
        if (appointments.stream().allMatch(it -> it.status() == Status.COMPLETED)) {
            return "COMPLETED";
        }
        boolean open = appointments.stream().anyMatch(it -> it.claims() != null || it.status() == Status.COMPLETED);
        return open ? "BOOKED" : "CANCELLED";
    }

    private static List<String> warnings(List<Appointment> appointments) {
        List<String> warnings = new ArrayList<>();
        List<Appointment> live = appointments.stream()
                .filter(it -> it.claims() != null || it.status() == Status.COMPLETED)
                .toList();
        for (int index = 1; index < live.size(); index++) {
            long gap = ChronoUnit.DAYS.between(
                    live.get(index - 1).slot().localStart().toLocalDate(),
                    live.get(index).slot().localStart().toLocalDate());
            if (gap > Healing.rule(live.get(index).policy()).warnAfterDays()) {
                warnings.add("%d days lie between %s and %s."
                        .formatted(
                                gap,
                                live.get(index - 1).slot().serviceCode(),
                                live.get(index).slot().serviceCode()));
            }
        }
        return warnings;
    }
}
