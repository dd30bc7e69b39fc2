package io.hairline.contracts;

import java.util.regex.Pattern;

/** The identity of something, unique in the whole brand: a prefix that says what it is, and a ULID in lower case. */
public sealed interface Id
        permits AppointmentId,
                ChairId,
                ClientId,
                ClinicId,
                ConsentId,
                ConsultationId,
                CourseId,
                IdentityCheckId,
                InvitationId,
                LicenceId,
                LotId,
                MessageId,
                OwnerId,
                PatchTestId,
                PaymentId,
                PersonId,
                PlanId,
                PolicyId,
                PractitionerId,
                QuestionnaireId,
                RegionId,
                ServiceId,
                SessionId,
                TouchUpId {

    /** Crockford's base 32 in lower case: 26 characters, the first at most 7 so that it fits 128 bits. */
    Pattern ULID = Pattern.compile("[0-7][0-9a-hjkmnp-tv-z]{25}");

    String value();

    /** Refuses what can't be an id of this kind, so that a wrong one never travels further than the edge. */
    static void check(String prefix, String value) {
        boolean wellFormed = value.startsWith(prefix + "_")
                && ULID.matcher(value)
                        .region(prefix.length() + 1, value.length())
                        .matches();
        if (!wellFormed) {
            throw new IllegalArgumentException(
                    "Not an id of this kind: it is " + prefix + "_ and 26 letters or digits");
        }
    }

    /** The part behind the prefix, which a hold and its appointment share. */
    static String ulidOf(String value) {
        return value.substring(value.indexOf('_') + 1);
    }
}
