package io.hairline.treatment.photo;

/** From where the camera looked: the six standard angles, the same at each visit so that photos can be compared. */
public enum PhotoAngle {
    FRONT,
    LEFT,
    RIGHT,
    TOP,
    CROWN,
    BACK
}
