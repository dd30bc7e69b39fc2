package io.hairline.treatment.questionnaire;

/** A yes that stands against a treatment. */
public record Contraindication(String code, ContraindicationEffect effect) {}
