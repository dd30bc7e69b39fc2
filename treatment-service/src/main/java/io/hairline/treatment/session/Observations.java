package io.hairline.treatment.session;

import java.math.BigDecimal;

/** What only the chart says about a session; sealed at rest and in no event. */
public record Observations(BigDecimal depthMillimetres, int painScore, Numbing numbing, String notes) {}
