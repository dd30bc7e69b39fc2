package io.hairline.booking.appointment.conflict;

import io.hairline.booking.allocation.WorkingPlanCheck;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentView;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says, before a plan is changed, which appointments the change would leave without a place. */
@RestController
@RequestMapping("/api/v1/appointments/conflicts")
class ConflictPreviewController {

    private static final int MOST_COUNTED = 1_000;
    private static final int MOST_SHOWN = 50;
    private static final String DAY = "MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY";
    private static final String TIME = "(?:[01]\\d|2[0-3]):(?:00|15|30|45)";
    private static final Pattern SHIFT = Pattern.compile("(" + DAY + ") (" + TIME + ")-(" + TIME + "|24:00)");

    private final Appointments appointments;
    private final AppointmentAccess access;
    private final ReferenceData referenceData;
    private final Clock clock;

    ConflictPreviewController(
            Appointments appointments, AppointmentAccess access, ReferenceData referenceData, Clock clock) {
        this.appointments = appointments;
        this.access = access;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /**
     * What a change would leave in conflict.
     *
     * @param count how many appointments, in the clinics that the caller may see; at most 1000 are looked at
     * @param items the first 50 of them, in order of their starts
     */
    record Conflicts(int count, List<AppointmentView> items) {}

    /**
     * One of: a clinic's closed days ({@code clinicId, from, to}); a removed chair ({@code clinicId, chairId}) or
     * device ({@code clinicId, deviceId}); an absence
     * ({@code practitionerId, from, to}, in one clinic if {@code clinicId} is given); a new weekly plan
     * ({@code practitionerId, clinicId, shift=MONDAY 09:00-18:00 …}, {@code shift=} for none); new opening hours
     * ({@code clinicId, shift}, the same without a practitioner).
     *
     * @param from local day of the clinic, the first
     * @param to the last one, included; {@code from} if absent
     */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Conflicts preview(
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestParam(required = false) @Nullable PractitionerId practitionerId,
            @RequestParam(required = false) @Nullable ChairId chairId,
            @RequestParam(required = false) @Nullable DeviceId deviceId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable List<String> shift) {
        if (clinicId != null) {
            access.toSeeDiaryOf(clinicId);
        }
        if (practitionerId != null && shift != null && clinicId != null) {
            return of(practitionerId, outside(practitionerId, clinicId, shift));
        }
        if (practitionerId != null && from != null) {
            Predicate<Appointment> during = during(from, to);
            return of(practitionerId, it -> during.test(it) && (clinicId == null || isIn(it, clinicId)));
        }
        if (clinicId != null && chairId != null) {
            return of(clinicId, it -> it.slot().chairId().equals(chairId));
        }
        if (clinicId != null && deviceId != null) {
            return of(clinicId, it -> deviceId.equals(it.slot().deviceId()));
        }
        if (clinicId != null && shift != null) {
            return of(clinicId, outside(clinicId, shift));
        }
        if (clinicId != null && from != null) {
            return of(clinicId, during(from, to));
        }
        throw Refusal.input(
                "clinicId",
                "give clinicId and from, clinicId and chairId, deviceId or shift, practitionerId and from, or"
                        + " practitionerId, clinicId and shift");
    }

    private Conflicts of(ClinicId clinic, Predicate<Appointment> hit) {
        return found(Appointments.CLINIC, clinic.value(), hit);
    }

    private Conflicts of(PractitionerId practitioner, Predicate<Appointment> hit) {
        return found(Appointments.PRACTITIONER, practitioner.value(), hit);
    }

    private Conflicts found(String whose, String id, Predicate<Appointment> hit) {
        List<Appointment> hits = appointments.confirmed(whose, id, clock.instant(), MOST_COUNTED).stream()
                .filter(hit)
                .filter(access::maySee)
                .toList();
        return new Conflicts(
                hits.size(),
                hits.stream().limit(MOST_SHOWN).map(AppointmentView::of).toList());
    }

    private static boolean isIn(Appointment it, ClinicId clinic) {
        return it.slot().clinicId().equals(clinic);
    }

    private static Predicate<Appointment> during(LocalDate from, @Nullable LocalDate to) {
        PlanningDays.checked("from", from);
        LocalDate last = to == null ? from : PlanningDays.checked("to", to);
        if (last.isBefore(from)) {
            throw Refusal.input("to", "must not be before \"from\"");
        }
        return it -> !it.day().isBefore(from) && !it.day().isAfter(last);
    }

    private Predicate<Appointment> outside(PractitionerId practitionerId, ClinicId clinicId, List<String> shifts) {
        Clinic clinic = referenceData.clinic(clinicId).orElseThrow(Refusal::notFound);
        Practitioner planned = referenceData
                .practitioner(practitionerId)
                .orElseThrow(Refusal::notFound)
                .withShifts(clinicId, week(shifts));
        return it -> isIn(it, clinicId)
                && WorkingPlanCheck.misfit(it.slot(), it.occupied(), clinic, planned)
                        .isPresent();
    }

    private Predicate<Appointment> outside(ClinicId clinicId, List<String> hours) {
        Clinic planned =
                referenceData.clinic(clinicId).orElseThrow(Refusal::notFound).withHours(week(hours));
        return it -> !WorkingPlanCheck.isOpen(it.slot(), it.occupied(), planned);
    }

    private List<Hours> week(List<String> shifts) {
        return shifts.stream().filter(it -> !it.isBlank()).map(this::hours).toList();
    }

    private Hours hours(String shift) {
        Matcher parts = SHIFT.matcher(shift.strip());
        if (parts.matches()) {
            try {
                return new Hours(
                        DayOfWeek.valueOf(parts.group(1)),
                        LocalTime.parse(parts.group(2)),
                        parts.group(3).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(parts.group(3)));
            } catch (IllegalArgumentException _) {
                // Equal ends are refused below, like a shift of another form.
            }
        }
        throw Refusal.input("shift", "must be a day and two times on quarters of an hour: MONDAY 09:00-18:00");
    }
}
