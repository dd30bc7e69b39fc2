package io.hairline.treatment.adverseevent;

/** How bad a harm is. */
enum Severity {
    MILD,
    MODERATE,
    SERIOUS
}
