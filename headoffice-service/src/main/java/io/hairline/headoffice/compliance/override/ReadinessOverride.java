package io.hairline.headoffice.compliance.override;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessOverridden;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Head office's copy of an override of the readiness light. The reason stays in the chart.
 *
 * @param stepCode what stood against the appointment, such as {@code HEALING_GAP}
 * @param overriddenBy the person who did
 */
@Document(ReadinessOverride.COLLECTION)
@TypeAlias("readinessOverride")
public record ReadinessOverride(
        @Id String id,
        ClinicId clinicId,
        AppointmentId appointmentId,
        String stepCode,
        String overriddenBy,
        Instant overriddenAt) {

    static final String COLLECTION = "readiness_overrides";

    /** A client was checked in though the clinic may use nothing of what it has. */
    public static ReadinessOverride ofMissingLot(ClinicId clinic, AppointmentId appointment, ReceivedEvent by) {
        return new ReadinessOverride(
                by.subject() + "|checked-in|" + by.version(), clinic, appointment, "LOT", by.actor(), by.time());
    }

    public static ReadinessOverride of(ReadinessOverridden event, ReceivedEvent by) {
        return new ReadinessOverride(
                by.subject() + "|" + by.version(),
                event.clinicId(),
                event.appointmentId(),
                event.stepCode(),
                by.actor(),
                by.time());
    }
}
