/** What a clinic's manager arranges: working weeks and absences of its practitioners, opening hours and closed days. */
@NullMarked
package io.hairline.portal.team;

import org.jspecify.annotations.NullMarked;
