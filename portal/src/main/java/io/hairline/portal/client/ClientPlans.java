package io.hairline.portal.client;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is agreed with a client for the time to come: plan, course with its money, touch-ups. */
final class ClientPlans {

    private ClientPlans() {}

    /**
     * A session of a plan or of a course.
     *
     * @param localStart by the clinic's clock; absent while it isn't booked
     * @param zone the clinic's; absent while it isn't booked
     */
    record PlannedSession(
            String serviceCode,
            @Nullable Money price,
            @Nullable String clinicId,
            @Nullable LocalDateTime localStart,
            @Nullable String zone) {

        public String when() {
            LocalDateTime at = localStart;
            return at == null ? "" : Texts.text("when", Texts.day(at.toLocalDate()), Texts.time(at.toLocalTime()));
        }

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
            @Nullable LocalDate from,
            @Nullable LocalDate due,
            @Nullable LocalDate until) {}

    record TouchUp(
            String id,
            @Nullable TouchUpWindow window,
            @Nullable String status,
            @Nullable String kind) {
        /** A temporary colour is looked at once, and fades. */
        public boolean isFadeCheck() {
            return "FADE_CHECK".equals(kind);
        }

        /** Treated, declined or past: there is nothing to come of it. */
        public boolean isOver() {
            return "CLOSED".equals(status) || "DECLINED".equals(status) || "LOST".equals(status);
        }

        public String words() {
            TouchUpWindow it = window;
            if (isFadeCheck() && it != null && it.due() != null) {
                return Texts.text("timeline.fade-check.month", Texts.month(YearMonth.from(it.due())));
            }
            return it == null || it.from() == null || it.until() == null
                    ? Texts.text("timeline.touch-up.later")
                    : Texts.text(
                            "timeline.touch-up.window",
                            Texts.month(YearMonth.from(it.from())),
                            Texts.month(YearMonth.from(it.until())));
        }

        public boolean isDue() {
            return "DUE".equals(status) || "CONTACTED".equals(status);
        }
    }

    /** @param dueAt until when times are kept for it; absent where none are */
    record Deposit(Money required, Money paid, @Nullable Instant dueAt) {
        /** What is still to be paid. */
        Money due() {
            return new Money(required.amount().subtract(paid.amount()).max(BigDecimal.ZERO), required.currency());
        }
    }

    record Course(
            String id,
            @Nullable String planId,
            @Nullable String status,
            @Nullable List<PlannedSession> sessions,
            Money total,
            Deposit deposit) {
        public Money due() {
            return deposit.due();
        }

        public boolean waitsForDeposit() {
            return isHeld() || ("BOOKED".equals(status) && due().amount().signum() > 0);
        }

        /** Whether its times are only kept until the deposit is there. */
        public boolean isHeld() {
            return "HELD".equals(status);
        }

        /** Whether its times were given back. */
        public boolean isExpired() {
            return "EXPIRED".equals(status);
        }

        /** Until when its times are kept, by the clock of the first session's clinic. */
        public String until() {
            Instant at = deposit.dueAt();
            if (at == null || sessions == null) {
                return "";
            }
            ZoneId zone = sessions.stream()
                    .map(PlannedSession::zone)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(ZoneId::of)
                    .orElse(ZoneId.of("UTC"));
            LocalDateTime there = LocalDateTime.ofInstant(at, zone);
            return Texts.text("when", Texts.day(there.toLocalDate()), Texts.time(there.toLocalTime()));
        }
    }
}
