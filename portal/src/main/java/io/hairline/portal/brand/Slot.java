package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
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

    private static final int NOON = 12;
    private static final int EVENING = 17;

    public String time() {
        return Texts.time(localStart.toLocalTime());
    }

    public String day() {
        return Texts.day(localStart.toLocalDate());
    }

    /** The part of the day it is in, as the end of a message's key. */
    public String partOfDay() {
        int hour = localStart.getHour();
        return hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
    }

    public boolean isWithSamePractitioner() {
        return reasons != null && reasons.contains("SAME_PRACTITIONER");
    }
}
