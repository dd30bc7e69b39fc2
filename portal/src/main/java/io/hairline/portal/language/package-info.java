/**
 * The language of the pages: one set of message bundles (English, German, Spanish, French), chosen by the person's own
 * setting, else by the browser; dates, times and amounts in the reader's manner, dates always with their year.
 */
@NullMarked
package io.hairline.portal.language;

import org.jspecify.annotations.NullMarked;
