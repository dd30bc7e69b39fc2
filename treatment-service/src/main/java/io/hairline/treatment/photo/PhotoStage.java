package io.hairline.treatment.photo;

/** When a photo was taken, seen from the session: healed is weeks later. */
public enum PhotoStage {
    BEFORE,
    AFTER,
    HEALED
}
