package io.hairline.headoffice.practitioner;

import io.hairline.kit.Refusal;
import java.time.LocalDate;

/** Local days on which a practitioner works nowhere, the last one included. */
record Absence(LocalDate from, LocalDate until, String reasonCode) {

    Absence {
        if (until.isBefore(from)) {
            throw Refusal.input("until", "must not be before from");
        }
    }
}
