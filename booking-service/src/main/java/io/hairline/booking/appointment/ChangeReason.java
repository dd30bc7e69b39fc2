package io.hairline.booking.appointment;

import io.hairline.kit.security.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an appointment is changed.
 *
 * @param code goes into the event
 * @param words stay in booking, sealed
 * @param byClinic the clinic's own wish or fault: it uses up none of the client's notice and costs the client nothing
 */
record ChangeReason(String code, @Nullable String words, boolean byClinic) {

    /** Only staff can give these as the clinic's: a client who sends one is still the one who moves or cancels. */
    private static final Set<String> OF_THE_CLINIC =
            Set.of("CLINIC_REQUEST", "CLINIC_CLOSED", "PRACTITIONER_AWAY", "EQUIPMENT_FAULT", "MISTAKE", "GOODWILL");

    static ChangeReason of(String code) {
        return new ChangeReason(code, null, false);
    }

    static ChangeReason of(String code, @Nullable String words, Caller caller) {
        return new ChangeReason(code, words, caller.isStaff() && OF_THE_CLINIC.contains(code));
    }
}
