package io.hairline.treatment.touchup.forecast;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the forecast, with where they come from. Clinics publish two to six years for a permanent colour (two to five:
 * primelineokc, scalpmicropigmentationmd; three to five: njsmp; up to six: radiancecosmedic) and up to two for a temporary one. Four
 * years and the months of each reason are the brand's own choice within that, not the result of a study.
 *
 * @param usualMonths after which a permanent colour wants refreshing
 * @param soonestMonths and {@code latestMonths}: what no reasons together go beyond
 * @param eitherWayMonths how far the window reaches around its day
 * @param fadeCheckMonths after which a temporary colour is looked at
 * @param fadedMonths after which a temporary colour is gone
 * @param lightDilution parts of water from which on a mix is light (karen-nicolaou, mothersandsons: twenty and more)
 * @param fewSessions a course of fewer has few; two to three are usual (smphaircreations, 7dermacenter)
 * @param agedMonths how old work is that a session refreshes rather than goes on with; touch-ups before three years are rare
 * @param lowRetention percent of the colour below which little has stayed; own choice
 * @param highRetention percent of the colour from which on much has stayed; own choice
 * @param months by how much a reason moves the day, sooner if negative; a reason that is left out counts as by default
 */
@ConfigurationProperties("hairline.treatment.touch-up")
public record ForecastSettings(
        @DefaultValue("48") int usualMonths,
        @DefaultValue("24") int soonestMonths,
        @DefaultValue("72") int latestMonths,
        @DefaultValue("6") int eitherWayMonths,
        @DefaultValue("18") int fadeCheckMonths,
        @DefaultValue("24") int fadedMonths,
        @DefaultValue("20") BigDecimal lightDilution,
        @DefaultValue("2") int fewSessions,
        @DefaultValue("36") int agedMonths,
        @DefaultValue("60") int lowRetention,
        @DefaultValue("85") int highRetention,
        @Nullable Map<FadeReason, Integer> months) {

    private static final Map<FadeReason, Integer> DEFAULT_MONTHS = Map.of(
            FadeReason.LIGHT_SKIN, -12,
            FadeReason.OILY_SKIN, -6,
            FadeReason.OUTDOOR_WORK, -6,
            FadeReason.LIGHT_DILUTION, -6,
            FadeReason.FEW_SESSIONS, -6,
            FadeReason.REFRESHED_WORK, 6,
            FadeReason.LOW_RETENTION, -12,
            FadeReason.HIGH_RETENTION, 6,
            FadeReason.SEEN_FADED, -12,
            FadeReason.SEEN_GOOD, 6);

    public ForecastSettings {
        Map<FadeReason, Integer> all = new EnumMap<>(DEFAULT_MONTHS);
        all.putAll(months == null ? Map.of() : months);
        months = Map.copyOf(all);
    }

    /** How many months after the last session a permanent colour wants refreshing. */
    int monthsFor(Set<FadeReason> reasons) {
        Map<FadeReason, Integer> all = Objects.requireNonNull(months);
        int moved = reasons.stream().mapToInt(it -> all.getOrDefault(it, 0)).sum();
        return Math.clamp((long) usualMonths + moved, soonestMonths, latestMonths);
    }

    /** What the share of the colour that has stayed says; nothing between the two. */
    public Set<FadeReason> ofRetention(int percent) {
        if (percent < lowRetention) {
            return Set.of(FadeReason.LOW_RETENTION);
        }
        return percent >= highRetention ? Set.of(FadeReason.HIGH_RETENTION) : Set.of();
    }
}
