package io.hairline.portal.times;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Clinic;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ChosenTimeTests {

    private static final Clinic LONDON = new Clinic(
            "cln_2",
            "LON",
            "London",
            "reg_2",
            "Europe/London",
            "GBP",
            51,
            0,
            1L,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    @Test
    void isByTheClockOfTheClinicThatWasChosen() {
        SlotForm slot = new SlotForm("cln_2", "prc_1", null, "SESSION_1", "2027-03-01T11:00:00+01:00", null, null);

        assertThat(ChosenTime.of(slot, LONDON))
                .isEqualTo(new ChosenTime("London", LocalDateTime.parse("2027-03-01T10:00:00")));
    }
}
