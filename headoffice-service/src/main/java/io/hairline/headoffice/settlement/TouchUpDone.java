package io.hairline.headoffice.settlement;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TouchUpId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A touch-up's appointment: who sold the course, as its booking told, and who did the work, as its session told. The two
 * events come in any order.
 *
 * @param soldIn the clinic that treated the client before, whose course it belongs to
 * @param treatedIn absent until the session is done
 * @param priced whether a plan has a price for the session: then it isn't free
 */
@Document(TouchUpDone.COLLECTION)
@TypeAlias("touchUpDone")
record TouchUpDone(
        @Id AppointmentId id,
        @Nullable TouchUpId touchUpId,
        @Nullable ClinicId soldIn,
        @Nullable ClinicId treatedIn,
        @Nullable String month,
        @Nullable LocalDate day,
        @Nullable Instant at,
        @Nullable String sessionId,
        @Nullable Long sessionVersion,
        @Nullable Boolean priced) {

    static final String COLLECTION = "settlement_touch_ups";

    /** Whether another clinic than the one that sold the course did it, without a price. */
    boolean isFreeElsewhere() {
        return soldIn != null && treatedIn != null && !soldIn.equals(treatedIn) && !Boolean.TRUE.equals(priced);
    }
}
