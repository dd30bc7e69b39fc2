package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Head office's copy of an emergency access to a chart. The reason stays in treatment, which shows it in its access log.
 *
 * @param openedBy the person who opened the chart
 * @param reasonCode absent if the event is from before it was asked for
 * @param until when the access ends
 * @param reviewedAt absent until the region or head office has looked into it
 */
@Document(EmergencyAccess.COLLECTION)
@TypeAlias("emergencyAccess")
public record EmergencyAccess(
        @Id EmergencyAccessId id,
        ClinicId clinicId,
        ClientId clientId,
        String openedBy,
        @Nullable String reasonCode,
        Instant openedAt,
        Instant until,
        @Nullable Instant reviewedAt) {

    static final String COLLECTION = "emergency_accesses";
}
