package io.hairline.contracts.headoffice;

/** What a training is about. */
public enum TrainingKind {
    BLOOD_BORNE_PATHOGENS,
    FIRST_AID,
    INFECTION_CONTROL
}
