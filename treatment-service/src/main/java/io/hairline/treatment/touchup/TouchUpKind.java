package io.hairline.treatment.touchup;

/** What a colour will need. */
enum TouchUpKind {
    /** A permanent colour is refreshed. */
    TOUCH_UP,
    /** A temporary colour is looked at, once; it is meant to fade. */
    FADE_CHECK
}
