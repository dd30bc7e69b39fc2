package io.hairline.treatment.touchup.forecast;

import io.hairline.contracts.headoffice.TouchUpRule;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the work and the healed colour count for in a forecast, with where it comes from; the months of the course itself and of the
 * skin are head office's policy ({@link TouchUpRule}). They are the brand's own choice, not the result of a study. A setting that
 * isn't here any more keeps the service from starting, so that nobody takes it to hold.
 *
 * @param lightDilution parts of water from which on a mix is light (karen-nicolaou, mothersandsons: twenty and more)
 * @param fewSessions a course of fewer has few; two to three are usual (smphaircreations, 7dermacenter)
 * @param agedMonths how old work is that a session refreshes rather than goes on with; touch-ups before three years are rare
 * @param lowRetention percent of the colour below which little has stayed; own choice
 * @param highRetention percent of the colour from which on much has stayed; own choice
 * @param months by how much a reason moves the day, sooner if negative; a reason that is left out counts as by default
 */
@ConfigurationProperties(prefix = "hairline.treatment.touch-up", ignoreUnknownFields = false)
public record ForecastSettings(
        @DefaultValue("20") BigDecimal lightDilution,
        @DefaultValue("2") int fewSessions,
        @DefaultValue("36") int agedMonths,
        @DefaultValue("60") int lowRetention,
        @DefaultValue("85") int highRetention,
        @Nullable Map<FadeReason, Integer> months) {

    private static final Map<FadeReason, Integer> DEFAULT_MONTHS = Map.of(
            FadeReason.LIGHT_DILUTION, -6,
            FadeReason.FEW_SESSIONS, -6,
            FadeReason.REFRESHED_WORK, 6,
            FadeReason.LOW_RETENTION, -12,
            FadeReason.HIGH_RETENTION, 6,
            FadeReason.SEEN_FADED, -12,
            FadeReason.SEEN_GOOD, 6);

    public ForecastSettings {
        Map<FadeReason, Integer> all = new EnumMap<>(DEFAULT_MONTHS);
        if (months != null && !all.keySet().containsAll(months.keySet())) {
            throw new IllegalArgumentException("hairline.treatment.touch-up.months must be of " + all.keySet()
                    + "; the others are part of head office's policy");
        }
        all.putAll(months == null ? Map.of() : months);
        months = Map.copyOf(all);
    }

    /** By how many months a reason moves the day, sooner if negative. */
    private int monthsFor(FadeReason reason, TouchUpRule rule) {
        return switch (reason) {
            case LIGHT_SKIN -> -rule.lightSkinSoonerMonths();
            case OILY_SKIN -> -rule.oilySkinSoonerMonths();
            case OUTDOOR_WORK -> -rule.outdoorWorkSoonerMonths();
            case LIGHT_DILUTION, FEW_SESSIONS, REFRESHED_WORK, LOW_RETENTION, HIGH_RETENTION, SEEN_FADED, SEEN_GOOD ->
                Objects.requireNonNull(months).getOrDefault(reason, 0);
        };
    }

    /** How many months after the last session a permanent colour wants refreshing. */
    int monthsFor(Set<FadeReason> reasons, TouchUpRule rule) {
        int moved = reasons.stream().mapToInt(it -> monthsFor(it, rule)).sum();
        return Math.clamp((long) rule.dueMonths() + moved, rule.soonestMonths(), rule.latestMonths());
    }

    /** What the share of the colour that has stayed says; nothing between the two. */
    public Set<FadeReason> ofRetention(int percent) {
        if (percent < lowRetention) {
            return Set.of(FadeReason.LOW_RETENTION);
        }
        return percent >= highRetention ? Set.of(FadeReason.HIGH_RETENTION) : Set.of();
    }
}
