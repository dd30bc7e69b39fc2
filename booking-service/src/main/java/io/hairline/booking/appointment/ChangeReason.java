package io.hairline.booking.appointment;

import io.hairline.kit.security.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an appointment is changed.
 *
 * @param code goes into the event
 * @param words stay in booking, sealed
 * @param byClinic the clinic's own wish, fault or decision: it uses up none of the client's notice and costs the client
 *     nothing
 */
public record ChangeReason(String code, @Nullable String words, boolean byClinic) {

    /** Only staff give these as the clinic's: a client who sends one is still the one who moves or cancels. */
    private static final Set<String> OF_THE_CLINIC = Set.of(
            "CLINIC_REQUEST",
            "CLINIC_CLOSED",
            "PRACTITIONER_AWAY",
            "EQUIPMENT_FAULT",
            "NOT_HEALED",
            "MISTAKE",
            "GOODWILL");

    public static ChangeReason of(String code) {
        return new ChangeReason(code, null, false);
    }

    public static ChangeReason of(String code, @Nullable String words, Caller caller) {
        return new ChangeReason(code, words, caller.isStaff() && OF_THE_CLINIC.contains(code));
    }
}
