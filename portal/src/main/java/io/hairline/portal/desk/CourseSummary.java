package io.hairline.portal.desk;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A client's course in one line. */
record CourseSummary(
        String id,
        @Nullable String status,
        @Nullable Money total,
        @Nullable Deposit deposit) {

    /**
     * What is asked for before the sessions are booked.
     *
     * @param dueAt until when times are kept for it; absent where none are
     */
    record Deposit(Money required, Money paid, @Nullable Instant dueAt) {}

    /** What is missing before its sessions are sure; nothing if all is there, or nothing is booked. */
    public @Nullable Money due() {
        Deposit it = deposit;
        if (it == null || !isPayable()) {
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

    /** Whether its times are only kept until the deposit is there. */
    public boolean isHeld() {
        return "HELD".equals(status);
    }

    public boolean isPayable() {
        return isBooked() || isHeld();
    }

    /** Until when its times are kept, by a clinic's clock. */
    public String until(ZoneId zone) {
        Deposit it = deposit;
        if (it == null || it.dueAt() == null) {
            return "";
        }
        LocalDateTime there = LocalDateTime.ofInstant(it.dueAt(), zone);
        return Texts.text("when", Texts.day(there.toLocalDate()), Texts.time(there.toLocalTime()));
    }

    public String statusWords() {
        return status == null ? "–" : CodeLabels.label("course.status", status);
    }
}
