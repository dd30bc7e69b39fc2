package io.hairline.treatment.lot;

/** What a lot is made of: pigment is measured in millilitres, needles are counted. */
public enum LotKind {
    PIGMENT,
    NEEDLE
}
