package io.hairline.treatment.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What only the chart says about a session; sealed at rest and in no event. */
public record Observations(BigDecimal depthMillimetres, int painScore, Numbing numbing, String notes) {

    /** Whether the skin was numbed, and with what. */
    public record Numbing(
            @NotNull Boolean used,
            @Nullable @Size(max = 120) String product) {}
}
