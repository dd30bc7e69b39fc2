package io.hairline.treatment.consultation;

/** Female pattern by Ludwig. */
public enum Ludwig {
    I,
    II,
    III
}
