package io.hairline.booking.waitlist;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells how much of a clinic's freed time was taken by people who waited. */
@RestController
@RequestMapping("/api/v1/waitlist")
class WaitlistSavingsController {

    private static final int MOST_COUNTED = 1_000;

    private final WaitlistEntries entries;
    private final AppointmentAccess access;
    private final Clock clock;

    WaitlistSavingsController(WaitlistEntries entries, AppointmentAccess access, Clock clock) {
        this.entries = entries;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What a clinic's waitlist has filled.
     *
     * @param slots freed slots that were taken by people who waited
     * @param minutes of clients' time in them
     */
    record Saved(ClinicId clinicId, int days, int slots, long minutes) {}

    /** What the waitlist has filled in a clinic in the last days; at most 1000 slots are counted. */
    @GetMapping("/saved")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Saved saved(@RequestParam ClinicId clinicId, @RequestParam(defaultValue = "30") int days) {
        if (days < 1 || days > 366) {
            throw Refusal.input("days", "must be from 1 to 366");
        }
        access.toSeeDiaryOf(clinicId);
        List<WaitlistEntry.Taken> taken =
                entries.takenIn(clinicId, clock.instant().minus(Duration.ofDays(days)), MOST_COUNTED).stream()
                        .map(WaitlistEntry::taken)
                        .filter(Objects::nonNull)
                        .toList();
        return new Saved(
                clinicId,
                days,
                taken.size(),
                taken.stream().mapToLong(WaitlistEntry.Taken::minutes).sum());
    }
}
