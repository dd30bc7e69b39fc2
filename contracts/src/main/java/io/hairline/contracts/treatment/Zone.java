package io.hairline.contracts.treatment;

/**
 * A part of the scalp that was worked on.
 *
 * @param zoneCode such as {@code FRONTAL_HAIRLINE} or {@code CROWN}
 * @param density dots per square centimetre
 */
public record Zone(String zoneCode, int density) {}
