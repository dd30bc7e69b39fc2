/**
 * What needs somebody's attention before a date: today the licences of the people in each clinic, with the days left.
 * Reads licences, practitioners and clinics; emits nothing.
 */
@NullMarked
package io.hairline.headoffice.compliance;

import org.jspecify.annotations.NullMarked;
