package io.hairline.booking.calendar;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentView;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The days of a clinic: its hours, who works when, and its appointments. */
@RestController
@RequestMapping("/api/v1/clinics/{id}/calendar")
class ClinicCalendarController {

    private static final int MOST_DAYS = 14;

    private final ReferenceData referenceData;
    private final Appointments appointments;
    private final AppointmentAccess access;

    ClinicCalendarController(ReferenceData referenceData, Appointments appointments, AppointmentAccess access) {
        this.referenceData = referenceData;
        this.appointments = appointments;
        this.access = access;
    }

    /**
     * A clinic's days.
     *
     * @param practitioners all who have a weekly plan there
     */
    record View(ClinicId clinicId, String zone, List<ChairId> chairs, List<Person> practitioners, List<Day> days) {}

    /** A practitioner by the name that clients see. */
    record Person(PractitionerId practitionerId, String practitionerName) {}

    /**
     * One local day.
     *
     * @param open the clinic's hours; empty on a closed day
     * @param appointments planned for the day or done on it, in order of the planned time
     */
    record Day(LocalDate date, List<Stretch> open, List<Shift> shifts, List<AppointmentView> appointments) {}

    /** A practitioner's working time; none on a day of absence, or without a licence there on that day. */
    record Shift(PractitionerId practitionerId, Stretch time) {}

    /** A stretch of time with the clinic's offset; one that runs past midnight belongs to the day on which it begins. */
    record Stretch(OffsetDateTime from, OffsetDateTime until) {}

    /**
     * A clinic's local days.
     *
     * @param to the last day, included; at most {@value MOST_DAYS} days
     */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    View calendar(@PathVariable ClinicId id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        access.toSeeDiaryOf(id);
        PlanningDays.checked("from", from);
        PlanningDays.checked("to", to);
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1))) {
            throw Refusal.input("to", "must be a day from \"from\" on, at most " + MOST_DAYS + " days in all");
        }
        Clinic clinic = referenceData.clinic(id).orElseThrow(Refusal::notFound);
        List<Practitioner> practitioners = referenceData.practitionersOf(List.of(id));
        Map<LocalDate, List<Appointment>> byDay =
                appointments.in(id, start(from, clinic), start(to.plusDays(1), clinic)).stream()
                        .collect(Collectors.groupingBy(it -> shownOn(it, clinic)));
        return new View(
                id,
                clinic.zone(),
                clinic.chairs(),
                practitioners.stream()
                        .map(it -> new Person(it.id(), it.displayName()))
                        .toList(),
                from.datesUntil(to.plusDays(1))
                        .map(it -> day(it, clinic, practitioners, byDay.getOrDefault(it, List.of())))
                        .toList());
    }

    private static Instant start(LocalDate day, Clinic clinic) {
        return day.atStartOfDay(clinic.zoneId()).toInstant();
    }

    /** What was done is shown on the day on which it was done. */
    private static LocalDate shownOn(Appointment it, Clinic clinic) {
        Instant done = it.doneAt();
        return LocalDate.ofInstant(done == null ? it.slot().startsAt() : done, clinic.zoneId());
    }

    private static Day day(
            LocalDate date, Clinic clinic, List<Practitioner> practitioners, List<Appointment> appointments) {
        ZoneId zone = clinic.zoneId();
        return new Day(
                date,
                clinic.closedDays().contains(date) ? List.of() : stretches(clinic.openingHours(), date, zone),
                practitioners.stream()
                        .filter(it -> !it.isAway(date, clinic.id()) && it.isLicensed(clinic.jurisdiction(), date))
                        .flatMap(it -> stretches(it.shiftsIn(clinic.id()), date, zone).stream()
                                .map(time -> new Shift(it.id(), time)))
                        .toList(),
                appointments.stream().map(AppointmentView::of).toList());
    }

    private static List<Stretch> stretches(List<Hours> plan, LocalDate date, ZoneId zone) {
        return plan.stream()
                .filter(it -> it.day() == date.getDayOfWeek())
                .map(it -> new Stretch(at(date, it.startMinute(), zone), at(date, it.endMinute(), zone)))
                .toList();
    }

    /** By the wall clock, so that 09:00 is nine on the day on which the clocks change, too. */
    private static OffsetDateTime at(LocalDate date, int minute, ZoneId zone) {
        LocalDateTime wall = date.atStartOfDay().plusMinutes(minute);
        return wall.atZone(zone).toOffsetDateTime();
    }
}
