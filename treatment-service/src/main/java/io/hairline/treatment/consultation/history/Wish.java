package io.hairline.treatment.consultation.history;

import org.jspecify.annotations.Nullable;

/** How the client wants to look; what wasn't said is absent. */
public record Wish(@Nullable Shape shape, @Nullable Density density) {

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
