/**
 * The live wall of head office and of those who run regions and clinics: the numbers of the dashboard, moved by its event
 * stream while one looks at them.
 */
@NullMarked
package io.hairline.portal.dashboard;

import org.jspecify.annotations.NullMarked;
