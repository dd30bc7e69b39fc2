package io.hairline.portal.brand;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the diary that was free a moment ago. */
public record Slot(
        String clinicId,
        @Nullable String clinicName,
        @Nullable String zone,
        String practitionerId,
        @Nullable String practitionerName,
        @Nullable String chairId,
        String serviceCode,
        OffsetDateTime startsAt,
        @Nullable OffsetDateTime endsAt,
        LocalDateTime localStart,
        @Nullable List<String> reasons) {

    public String time() {
        return CodeLabels.time(localStart);
    }

    public String day() {
        return CodeLabels.day(localStart.toLocalDate());
    }

    public boolean isWithSamePractitioner() {
        return reasons != null && reasons.contains("SAME_PRACTITIONER");
    }
}
