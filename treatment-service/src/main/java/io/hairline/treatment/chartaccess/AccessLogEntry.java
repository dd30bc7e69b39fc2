package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One reading of a chart.
 *
 * @param id in the order of system time
 * @param at business time
 * @param who subject of the reader
 * @param practitionerId who the reader is in the diary; absent for others
 * @param clinicId for which clinic the reader read
 * @param grantId of the sharing pass or the emergency access; absent for others, and in entries from before it was kept
 * @param purpose of the sharing pass; absent as the grant's id
 */
@Document(AccessLogEntry.COLLECTION)
@TypeAlias("accessLogEntry")
record AccessLogEntry(
        @Id String id,
        ClientId clientId,
        Instant at,
        String who,
        @Nullable PractitionerId practitionerId,
        ClinicId clinicId,
        AccessedRecord what,
        AccessBasis basis,
        @Nullable String grantId,
        @Nullable SharingPurpose purpose) {

    static final String COLLECTION = "access_log";
    static final String PREFIX = "acc";

    static boolean isId(String text) {
        return text.startsWith(PREFIX + "_") && io.hairline.contracts.Id.isUlid(text.substring(PREFIX.length() + 1));
    }
}
