package io.hairline.launcher.history;

/**
 * A touch-up that a client had after the course, mostly in another clinic than the one that sold it.
 *
 * @param practitioner the number of the practitioner who did it
 * @param chair its number in that clinic
 */
record PastTouchUp(String clinicCode, int practitioner, int chair, PastVisit visit) {}
