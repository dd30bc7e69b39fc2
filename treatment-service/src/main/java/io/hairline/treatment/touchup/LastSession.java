package io.hairline.treatment.touchup;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The session after which a colour begins to fade.
 *
 * @param day local day of the clinic
 */
public record LastSession(
        AppointmentId appointmentId,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable CourseId courseId,
        LocalDate day,
        ZoneId zone,
        WorkDone work) {}
