package io.hairline.headoffice.royalty.base;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.RoyaltyStatementId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One event by which a clinic took money or gave it back, or a part of the event that booked a payment on something
 * else.
 *
 * @param id the event's subject and version, so that an event counts once; with {@link #TAKEN_FROM} for what a payment
 *     was booked on by mistake
 * @param month of the clinic's local day, such as {@code 2026-10}
 * @param tender {@code MONEY}, or {@code PREPAID} if it was paid with a gift card or credit
 * @param category {@code COURSE}, {@code VISIT}, {@code PRODUCT} or {@code PREPAID}
 * @param netUnits without tax and tip, in minor units; negative for a refund
 * @param statementId the statement that has it; absent until one was issued
 */
@Document(RoyaltyEntry.COLLECTION)
@TypeAlias("royaltyEntry")
public record RoyaltyEntry(
        @Id String id,
        ClinicId clinicId,
        String currency,
        LocalDate day,
        String month,
        Instant at,
        String eventType,
        String subject,
        long version,
        String tender,
        String category,
        long netUnits,
        @Nullable AppointmentId appointmentId,
        @Nullable CourseId courseId,
        @Nullable RoyaltyStatementId statementId) {

    static final String COLLECTION = "royalty_entries";

    public static final String MONEY = "MONEY";
    public static final String PREPAID = "PREPAID";
    public static final String COURSE = "COURSE";
    public static final String VISIT = "VISIT";
    public static final String PRODUCT = "PRODUCT";

    static final String TAKEN_FROM = ".taken";

    private static final String SALE = "PrepaidSold";
    private static final String SALE_TAKEN_BACK = "PrepaidTakenBack";

    /** Whether prepaid money was sold, or what was sold taken back. */
    public boolean isPrepaidSale() {
        return eventType.contains(SALE) || eventType.contains(SALE_TAKEN_BACK);
    }
}
