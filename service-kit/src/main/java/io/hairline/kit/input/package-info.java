/**
 * What counts as a value in a request: plain text, dates, numbers and codes in the one form that the API documents.
 * Nothing is guessed from another form, and a refusal names the field and the form.
 */
@NullMarked
package io.hairline.kit.input;

import org.jspecify.annotations.NullMarked;
