package io.hairline.treatment.consent;

/**
 * The words that a client signs under; another wording is another id.
 *
 * @param language such as {@code en}
 */
record ConsentTemplate(String id, ConsentPurpose purpose, String language, String title, String text) {}
