/**
 * The live dashboard of head office and of those who run regions and clinics: its numbers are moved by an event stream while it
 * is open.
 */
@NullMarked
package io.hairline.portal.dashboard;

import org.jspecify.annotations.NullMarked;
