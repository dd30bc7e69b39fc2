package io.hairline.portal.brand;

/** Clinics that head office watches as one. */
public record Region(String id, String code, String name) {}
