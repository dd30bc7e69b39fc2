package io.hairline.treatment.questionnaire;

/** A yes that stands against a treatment. */
public record Finding(String code, Effect effect) {}
