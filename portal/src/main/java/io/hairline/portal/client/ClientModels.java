package io.hairline.portal.client;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the services tell a client, beyond the client's appointments. */
final class ClientModels {

    private ClientModels() {}

    record PlannedSession(String serviceCode, @Nullable Money price) {
        public String name() {
            return CodeLabels.service(serviceCode);
        }
    }

    record Plan(
            String id,
            @Nullable String status,
            @Nullable String kind,
            @Nullable Money total,
            @Nullable List<PlannedSession> sessions) {
        public boolean isAccepted() {
            return "ACCEPTED".equals(status) || "FULFILLED".equals(status);
        }

        public boolean isOpen() {
            return "PROPOSED".equals(status);
        }
    }

    record TouchUpWindow(
            @Nullable String from,
            @Nullable String due,
            @Nullable String until) {}

    record TouchUp(
            String id,
            @Nullable TouchUpWindow window,
            @Nullable String status) {
        public String words() {
            TouchUpWindow it = window;
            return it == null || it.from() == null || it.until() == null
                    ? "We tell you when it is time."
                    : "Between " + month(it.from()) + " and " + month(it.until()) + ". We tell you when it is time.";
        }

        public boolean isDue() {
            return "DUE".equals(status) || "CONTACTED".equals(status);
        }

        private static String month(String date) {
            LocalDate day = LocalDate.parse(date.substring(0, 10));
            return java.time.format.DateTimeFormatter.ofPattern("MMMM yyyy", java.util.Locale.UK)
                    .format(day);
        }
    }

    record Message(String id, String subject, String text, OffsetDateTime at) {
        public String when() {
            return CodeLabels.shortDay(at.toLocalDate());
        }
    }

    /** What comes back and what is lost of what was paid in one currency. */
    record CostAmount(Money paid, Money refund, Money lost) {
        String words() {
            return lost.amount().signum() == 0
                    ? "All of the " + paid.words() + " that you paid comes back"
                    : refund.amount().signum() == 0
                            ? "Nothing of the " + paid.words() + " that you paid comes back"
                            : "%s of the %s that you paid comes back, %s doesn't"
                                    .formatted(refund.words(), paid.words(), lost.words());
        }
    }

    record Cost(Money fee, @Nullable List<CostAmount> amounts) {
        public String words() {
            List<CostAmount> paid = Objects.requireNonNullElse(amounts, List.of());
            String back = paid.isEmpty()
                    ? "Nothing: you have paid nothing for it, so nothing is lost"
                    : paid.stream().map(CostAmount::words).collect(Collectors.joining("; "));
            return fee.amount().signum() == 0 ? back + "." : back + ", and a fee of " + fee.words() + " is due.";
        }
    }

    record Deposit(Money required, Money paid) {
        /** What is still to be paid. */
        Money due() {
            return new Money(required.amount().subtract(paid.amount()).max(BigDecimal.ZERO), required.currency());
        }
    }

    record Course(
            String id, @Nullable String status, @Nullable List<PlannedSession> sessions, Money total, Deposit deposit) {
        public Money due() {
            return deposit.due();
        }

        public boolean waitsForDeposit() {
            return "BOOKED".equals(status) && due().amount().signum() > 0;
        }
    }
}
