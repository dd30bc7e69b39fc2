package io.hairline.treatment.pricing;

import io.hairline.contracts.Money;

/** What one thing adds to the price of a session; together they are the price. */
public record PricePart(Code code, Money amount) {

    /** What is paid for. */
    public enum Code {
        /** The smallest area in the lightest density. */
        BASE,
        ZONES,
        DENSITY,
        NUMBING,
        /** What was agreed beside the catalogue; negative if the client pays less. */
        AGREED
    }
}
