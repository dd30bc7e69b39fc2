package io.hairline.treatment.chartentry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hairline.contracts.ChartEntryId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the API shows it.
 *
 * @param recordedBy subject of the one who wrote it
 * @param withdrawnAt absent while the entry counts
 * @param withdrawalReason absent while the entry counts
 */
record ChartEntryView<T>(
        ChartEntryId id,
        long version,
        ClientId clientId,
        ClinicId clinicId,
        Instant recordedAt,
        String recordedBy,
        @JsonUnwrapped T content,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason) {}
