package io.hairline.portal.desk;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A client's course in one line. */
record CourseSummary(
        String id,
        @Nullable String status,
        @Nullable Money total,
        @Nullable Deposit deposit) {

    /** What is asked for before the first session. */
    record Deposit(Money required, Money paid) {}

    /** What is missing before its sessions are sure; nothing if all is there, or nothing is booked. */
    public @Nullable Money due() {
        Deposit it = deposit;
        if (it == null || !isBooked()) {
            return null;
        }
        BigDecimal missing = it.required().amount().subtract(it.paid().amount());
        return missing.signum() > 0 ? new Money(missing, it.required().currency()) : null;
    }

    public @Nullable String currency() {
        return total == null ? null : total.currency();
    }

    public boolean isBooked() {
        return "BOOKED".equals(status);
    }

    public String statusWords() {
        return status == null ? "–" : CodeLabels.label("course.status", status);
    }
}
