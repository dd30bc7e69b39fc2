package io.hairline.treatment.consultation.history;

import org.jspecify.annotations.Nullable;

/** How the client wants to look; what wasn't said is absent. */
public record Wish(
        @Nullable Shape shape,
        @Nullable Density density,
        @Nullable Colour colour) {

    /** Of the dots once they have healed, as the hair that they stand for. */
    public enum Colour {
        BLACK,
        DARK_BROWN,
        BROWN,
        LIGHT_BROWN,
        BLOND,
        RED,
        GREY
    }

    /** Of the front line. */
    public enum Shape {
        ROUNDED,
        STRAIGHT,
        WITH_RECESSION,
        AS_BEFORE
    }

    /** Of the look as a whole. */
    public enum Density {
        LIGHT,
        MEDIUM,
        FULL
    }
}
