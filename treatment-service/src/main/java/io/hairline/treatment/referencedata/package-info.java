/**
 * What treatment keeps of others: clinics and licences of head office, clients, appointments and courses of booking.
 * Hears {@code headoffice.events} and {@code booking.events}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.treatment.referencedata;

import org.jspecify.annotations.NullMarked;
