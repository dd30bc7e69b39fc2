package io.hairline.treatment.adverseevent;

import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PhotoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An adverse event for the evidence of a recall: ids, codes and labels. Its words and pictures stay in the chart, which the
 * people of the client's clinic read.
 *
 * @param suspected the labels of the batches that may have caused it
 * @param needles the label of the needle lot among them that somebody suspects; absent if nobody does
 * @param photoIds what shows it
 */
public record ReportedHarm(
        AdverseEventId id,
        ClinicId clinicId,
        ClientId clientId,
        Severity severity,
        Instant reportedAt,
        @Nullable Outcome outcome,
        List<String> suspected,
        @Nullable String needles,
        List<PhotoId> photoIds,
        @Nullable Instant filedAt) {

    public ReportedHarm {
        suspected = List.copyOf(suspected);
        photoIds = List.copyOf(photoIds);
    }
}
