/**
 * What needs somebody's attention before a date: licences and training of the people in each clinic with the days left, and charts
 * that were opened in an emergency, until the region or head office has reviewed them. Reads licences, trainings, practitioners, people
 * and clinics; hears {@code EmergencyAccessOpened}; emits {@code EmergencyAccessReviewed}.
 */
@NullMarked
package io.hairline.headoffice.compliance;

import org.jspecify.annotations.NullMarked;
