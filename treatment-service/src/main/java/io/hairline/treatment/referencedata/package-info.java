/**
 * What treatment keeps of others: clinics and licences of head office, clients, appointments and courses of booking.
 * Who may open which chart follows from it. Hears {@code headoffice.events} and {@code booking.events}.
 */
@NullMarked
package io.hairline.treatment.referencedata;

import org.jspecify.annotations.NullMarked;
