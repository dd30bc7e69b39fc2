/**
 * What needs somebody's attention before a date: the licences of the people in each clinic with the days left, and charts
 * that were opened in an emergency. Reads licences, practitioners and clinics; hears {@code EmergencyAccessOpened}; emits
 * nothing.
 */
@NullMarked
package io.hairline.headoffice.compliance;

import org.jspecify.annotations.NullMarked;
