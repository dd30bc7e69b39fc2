/**
 * The franchise's numbers, live: tiles and series for a region or a clinic, and a stream of what changes in them.
 * They are read from the sums of each clinic's local day, so a question costs days times clinics, not history.
 */
@NullMarked
package io.hairline.headoffice.dashboard;

import org.jspecify.annotations.NullMarked;
