package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the diary that was free a moment ago.
 *
 * @param distanceKm of the clinic from the place that was asked for; absent if none was
 */
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
        @Nullable List<String> reasons,
        @Nullable Double distanceKm) {

    private static final String SAME_PRACTITIONER = "SAME_PRACTITIONER";
    private static final Set<String> IN_ITS_CLINIC = Set.of(SAME_PRACTITIONER, "FITS_SNUGLY");

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
        return reasons != null && reasons.contains(SAME_PRACTITIONER);
    }

    /** What speaks for it among the times of its clinic. */
    public List<String> reasonNames() {
        return Objects.requireNonNullElse(reasons, List.<String>of()).stream()
                .filter(IN_ITS_CLINIC::contains)
                .map(it -> Texts.text("times.reason." + it))
                .toList();
    }
}
