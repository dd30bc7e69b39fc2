package io.hairline.portal.times;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.language.Texts;
import java.time.LocalDateTime;

/**
 * Where and when a chosen slot is, for a page that asks once more.
 *
 * @param clinic its name
 * @param at by the clock of that clinic
 */
public record ChosenTime(String clinic, LocalDateTime at) {

    /** @throws ApiProblem if the slot has no time */
    public static ChosenTime of(SlotForm slot, Clinic clinic) {
        return new ChosenTime(
                clinic.name(), slot.start().atZoneSameInstant(clinic.zoneId()).toLocalDateTime());
    }

    public String words() {
        return Texts.text("when", Texts.day(at.toLocalDate()), Texts.time(at.toLocalTime()));
    }
}
