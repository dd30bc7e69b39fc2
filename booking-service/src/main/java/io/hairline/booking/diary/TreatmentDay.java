package io.hairline.booking.diary;

import java.time.LocalDate;

/**
 * What a client had, or will have, on a day.
 *
 * @param day the clinic's local day
 */
public record TreatmentDay(String serviceCode, LocalDate day) {}
