package io.hairline.booking.allocation;

import io.hairline.booking.diary.AvailabilityEngine;
import io.hairline.booking.diary.Cells;
import io.hairline.booking.diary.DiaryWindow;
import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.diary.ServiceNeed;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.booking.AppointmentSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether a booked slot still fits the plans of its clinic and its practitioner. */
@Component
public class WorkingPlanCheck {

    private final ReferenceData referenceData;

    WorkingPlanCheck(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    /** The reason code of what excludes the slot under the plans as they are now; empty if it fits. */
    public Optional<String> misfit(AppointmentSlot slot, Occupancy occupied) {
        Clinic clinic = referenceData.clinic(slot.clinicId()).orElse(null);
        Practitioner practitioner =
                referenceData.practitioner(slot.practitionerId()).orElse(null);
        return clinic == null || practitioner == null ? Optional.empty() : misfit(slot, occupied, clinic, practitioner);
    }

    /** The same under plans that the caller gives. */
    public static Optional<String> misfit(
            AppointmentSlot slot, Occupancy occupied, Clinic clinic, Practitioner practitioner) {
        LocalDate day = slot.startsAt().atZone(clinic.zoneId()).toLocalDate();
        AvailabilityEngine times = times(day, occupied, clinic);
        long cell = Cells.of(slot.startsAt());
        if (!clinic.chairs().contains(slot.chairId())) {
            return Optional.of("CHAIR_REMOVED");
        }
        if (slot.deviceId() != null && !clinic.has(slot.deviceId())) {
            return Optional.of("DEVICE_REMOVED");
        }
        if (!times.isOpen(cell)) {
            return Optional.of("CLINIC_CLOSED");
        }
        if (!practitioner.isTrainedFor(slot.serviceCode())) {
            return Optional.of("PRACTITIONER_NOT_TRAINED");
        }
        if (!practitioner.isLicensed(clinic.jurisdiction(), day)) {
            return Optional.of("PRACTITIONER_NOT_LICENSED");
        }
        if (times.isWorking(practitioner, cell)) {
            return Optional.empty();
        }
        return Optional.of(practitioner.isAway(day, clinic.id()) ? "PRACTITIONER_AWAY" : "PRACTITIONER_NOT_WORKING");
    }

    /** Whether the clinic is open for all of it, under opening hours that the caller gives. */
    public static boolean isOpen(AppointmentSlot slot, Occupancy occupied, Clinic clinic) {
        LocalDate day = slot.startsAt().atZone(clinic.zoneId()).toLocalDate();
        return times(day, occupied, clinic).isOpen(Cells.of(slot.startsAt()));
    }

    private static AvailabilityEngine times(LocalDate day, Occupancy occupied, Clinic clinic) {
        return new AvailabilityEngine(
                clinic,
                durations(occupied),
                new DiaryWindow(day, day, clinic.zoneId()),
                List.of(),
                null,
                Instant.EPOCH,
                Instant.MAX);
    }

    /** The times the appointment was booked with, whatever the catalogue says by now. */
    private static ServiceNeed durations(Occupancy it) {
        return new ServiceNeed(
                minutes(it.startsAt(), it.endsAt()),
                minutes(it.chairFrom(), it.startsAt()),
                minutes(it.endsAt(), it.chairUntil()),
                minutes(it.endsAt(), it.practitionerUntil()));
    }

    private static int minutes(Instant from, Instant until) {
        return (int) Duration.between(from, until).toMinutes();
    }
}
