package io.hairline.treatment.session;

import io.hairline.treatment.scalp.ScalpZone;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only the chart says about a session; sealed at rest and in no event.
 *
 * @param passes how often each zone was gone over; absent in sessions from before it was counted
 * @param volts of the machine
 * @param singleUse whether the practitioner declared that needle and cups were sterile and used once
 * @param reactions what the skin showed
 */
public record SessionObservations(
        BigDecimal depthMillimetres,
        int painScore,
        Numbing numbing,
        String notes,
        @Nullable Map<ScalpZone, Integer> passes,
        @Nullable String machine,
        @Nullable BigDecimal volts,
        @Nullable Boolean singleUse,
        @Nullable String reactions) {

    public SessionObservations {
        passes = passes == null ? null : Map.copyOf(passes);
    }

    /** Whether the skin was numbed, and with what. */
    public record Numbing(
            @NotNull Boolean used,
            @Nullable @Size(max = 120) String product) {}
}
