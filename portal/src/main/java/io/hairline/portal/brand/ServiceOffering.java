package io.hairline.portal.brand;

import static io.hairline.portal.language.Texts.text;

import org.jspecify.annotations.Nullable;

/** An entry of the catalogue. */
public record ServiceOffering(
        String code,
        int minutes,
        @Nullable Money listPrice,
        @Nullable Long version,
        int preparationMinutes,
        int cleaningMinutes,
        int practitionerExtraMinutes,
        @Nullable String deviceKind) {

    private static final int MINUTES_OF_AN_HOUR = 60;

    public String name() {
        return CodeLabels.service(code);
    }

    public String duration() {
        if (minutes < MINUTES_OF_AN_HOUR) {
            return text("duration.minutes", minutes);
        }
        int rest = minutes % MINUTES_OF_AN_HOUR;
        int hours = minutes / MINUTES_OF_AN_HOUR;
        return rest == 0 ? text("duration.hours", hours) : text("duration.both", hours, rest);
    }
}
