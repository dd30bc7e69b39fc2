package io.hairline.contracts;

/** The identity of something, unique in the whole brand: a prefix that says what it is, and a ULID in lower case. */
public sealed interface Id
        permits AdverseEventId,
                AftercareReplyId,
                AlertRuleId,
                AppointmentId,
                ChairId,
                ChartEntryId,
                ChartSealId,
                ClientId,
                ClinicId,
                ConsentId,
                ConsultationId,
                CourseId,
                DeviceId,
                EmailConfirmationId,
                EmergencyAccessId,
                EnquiryId,
                ErasureId,
                HairlineApprovalId,
                HealingAssessmentId,
                IdentityCheckId,
                InvitationId,
                LicenceId,
                LotId,
                MessageId,
                OfferId,
                OwnerId,
                PastAppointmentId,
                PatchTestId,
                PaymentId,
                PersonId,
                PhotoId,
                PlanId,
                PolicyId,
                PractitionerId,
                PrepaidId,
                QuestionnaireId,
                RecallId,
                RecallNoticeId,
                RegionId,
                RoyaltyAgreementId,
                RoyaltyStatementId,
                SelfCheckId,
                ServiceId,
                SessionId,
                SharingPassId,
                TableImportId,
                TaskId,
                TouchUpId,
                TrainingId,
                WaitlistEntryId {

    /** Crockford's base 32 in lower case: 26 digits, the first at most 7 so that it fits 128 bits. */
    String ULID = "[0-7][0-9a-hjkmnp-tv-z]{25}";

    String value();

    /**
     * Refuses what can't be an id of this kind, so that a wrong one never travels further than the edge.
     *
     * @throws IllegalArgumentException unless it is the prefix, an underscore and a {@link #ULID}
     */
    static void check(String prefix, String value) {
        int behind = prefix.length() + 1;
        boolean wellFormed = value.startsWith(prefix)
                && value.length() > behind
                && value.charAt(prefix.length()) == '_'
                && isUlid(value.substring(behind));
        if (!wellFormed) {
            throw new IllegalArgumentException(
                    "Not an id of this kind: it is " + prefix + "_ and 26 letters or digits");
        }
    }

    /** What {@link #ULID} says, without a pattern or a stream at work: a search reads thousands of ids. */
    static boolean isUlid(String text) {
        if (text.length() != 26 || text.charAt(0) > '7') {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char it) {
        return (it >= '0' && it <= '9') || (it >= 'a' && it <= 'z' && it != 'i' && it != 'l' && it != 'o' && it != 'u');
    }

    /** The part behind the prefix, which a hold and its appointment share. */
    static String ulidOf(String value) {
        return value.substring(value.indexOf('_') + 1);
    }
}
