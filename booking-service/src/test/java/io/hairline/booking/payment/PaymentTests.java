package io.hairline.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hairline.booking.payment.provider.PaymentProvider.Outcome;
import io.hairline.booking.payment.provider.PaymentProvider.RefundOutcome;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PaymentTests {

    private static final Instant NOW = Instant.parse("2027-03-02T10:00:00Z");

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static Payment captured(String method) {
        PaymentDetails paid = new PaymentDetails(
                new ClientId(Ids.next(ClientId.PREFIX)),
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                null,
                euros("119.00"),
                euros("19.00"),
                euros("0.05"),
                method,
                null);
        return Payment.request(new PaymentId(Ids.next(PaymentId.PREFIX)), paid, "desk", NOW)
                .next()
                .settle(new Outcome.Captured())
                .next();
    }

    @Test
    void givesTaxAndTipBackInPartsThatAddUp() {
        Payment payment = captured("CARD");
        List<PaymentRefunded> refunds = new ArrayList<>();
        for (String part : List.of("33.33", "0.01", "50.00", "35.66")) {
            Payment asked =
                    payment.requestRefund(euros(part), "GOODWILL", null, NOW).next();
            Change<Payment> done = asked.settleRefund(asked.refunds().size(), new RefundOutcome.Done());
            refunds.add((PaymentRefunded) Objects.requireNonNull(done.event()));
            payment = done.next();
        }

        assertThat(sum(refunds.stream().map(PaymentRefunded::tax).toList())).isEqualByComparingTo("19.00");
        assertThat(sum(refunds.stream().map(PaymentRefunded::tip).toList())).isEqualByComparingTo("0.05");
        assertThat(payment.refundable()).isEqualByComparingTo("0");
    }

    private static BigDecimal sum(List<Money> some) {
        return some.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void holdsBackWhatIsOnItsWayAndSettlesItOnce() {
        Payment asked = captured("CARD")
                .requestRefund(euros("100.00"), "GOODWILL", null, NOW)
                .next();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asked.requestRefund(euros("19.01"), "GOODWILL", null, NOW));

        Payment unknown = asked.settleRefund(1, new RefundOutcome.Unknown()).next();
        assertThat(unknown.settleRefund(1, new RefundOutcome.Unknown()).event()).isNull();
        Payment done = unknown.settleRefund(1, new RefundOutcome.Done()).next();
        assertThat(done.settleRefund(1, new RefundOutcome.Failed("LATE")).event())
                .isNull();
        assertThat(done.settleRefund(1, new RefundOutcome.Done()).event()).isNull();
        assertThat(done.refunded()).isEqualByComparingTo("100.00");
    }

    @Test
    void givesCashBackOverTheCounterAtOnce() {
        assertThat(captured(Payment.CASH)
                        .requestRefund(euros("10.00"), "GOODWILL", null, NOW)
                        .event())
                .isInstanceOf(PaymentRefunded.class);
    }

    @Test
    void isForSomethingElseOnlyWhileNothingGoesBack() {
        Payment payment = captured("CARD");
        Payment asked =
                payment.requestRefund(euros("1.00"), "GOODWILL", null, NOW).next();

        assertThat(payment.reassign(payment.paid(), "MISTAKE").event()).isNull();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> asked.reassign(payment.paid(), "MISTAKE"));
    }
}
