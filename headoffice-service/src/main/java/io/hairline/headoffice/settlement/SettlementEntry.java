package io.hairline.headoffice.settlement;

import io.hairline.contracts.ClinicId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one clinic owes another because of one event.
 *
 * @param id the event's subject and version, so that an event counts once
 * @param month of {@code day}, such as {@code 2026-10}
 * @param day the local day of the clinic that did the work
 * @param units minor units of the currency, never negative
 * @param about the appointment, course or payment that it is owed for; absent in entries of before it was kept
 */
@Document(SettlementEntry.COLLECTION)
@TypeAlias("settlementEntry")
record SettlementEntry(
        @Id String id,
        Kind kind,
        ClinicId debtorId,
        ClinicId creditorId,
        String currency,
        long units,
        String month,
        LocalDate day,
        Instant at,
        @Nullable String about,
        String subject,
        long version) {

    static final String COLLECTION = "settlement_entries";

    enum Kind {
        FREE_TOUCH_UP,
        PREPAID_REDEEMED,
        PREPAID_RESTORED,
        PAID_ELSEWHERE,
        PAID_ELSEWHERE_RETURNED;

        /** The one of the two that did the work, or in which the prepaid money was used. */
        ClinicId servicing(ClinicId debtor, ClinicId creditor) {
            return switch (this) {
                case FREE_TOUCH_UP, PREPAID_REDEEMED, PAID_ELSEWHERE -> creditor;
                case PREPAID_RESTORED, PAID_ELSEWHERE_RETURNED -> debtor;
            };
        }
    }

    ClinicId servicingClinicId() {
        return kind.servicing(debtorId, creditorId);
    }
}
