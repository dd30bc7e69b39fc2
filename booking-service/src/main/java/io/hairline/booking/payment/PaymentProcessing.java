package io.hairline.booking.payment;

import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.Ids;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Takes money and gives it back. A payment is written down before the provider is asked, so that money which was taken
 * is never forgotten: what isn't settled is asked for again until it is.
 */
@Service
public class PaymentProcessing implements DueWorkHandler {

    static final String CASH = "CASH";
    private static final String KIND = "payment-settling";
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final Payments payments;
    private final PaymentProvider provider;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    PaymentProcessing(Payments payments, PaymentProvider provider, EventLog eventLog, DueWork dueWork, Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    Payment take(PaymentDetails paid, String madeBy) {
        return take(new PaymentId(Ids.next(PaymentId.PREFIX)), paid, madeBy);
    }

    private Payment take(PaymentId id, PaymentDetails paid, String madeBy) {
        Instant now = clock.instant();
        if (paid.methodCode().equals(CASH)) {
            return eventLog.record(Payment.class, () -> Payment.take(id, paid, madeBy, now));
        }
        Payment requested = eventLog.record(Payment.class, () -> {
            askAgain(id);
            return Payment.request(id, paid, madeBy, now);
        });
        if (!requested.id().equals(id)) {
            return payments.require(requested.id());
        }
        PaymentProvider.Outcome outcome = provider.charge(id.value(), paid.amount(), now);
        return RequestContext.current().withoutKey().run(() -> settle(id, outcome));
    }

    /** Money on the counter, under an id that the caller has chosen. */
    public void takeCash(PaymentId id, PaymentDetails paid, String madeBy) {
        Instant now = clock.instant();
        eventLog.record(Payment.class, () -> Payment.take(id, paid, madeBy, now));
    }

    Payment refund(PaymentId id, Money amount, String reasonCode) {
        Payment refunded =
                eventLog.record(Payment.class, () -> payments.require(id).refund(amount, reasonCode));
        if (!refunded.paid().methodCode().equals(CASH)) {
            provider.refund(id.value() + "/" + refunded.version(), amount);
        }
        return refunded;
    }

    private Payment settle(PaymentId id, PaymentProvider.Outcome outcome) {
        return eventLog.record(Payment.class, () -> payments.require(id).settle(outcome));
    }

    private void askAgain(PaymentId id) {
        dueWork.at(clock.instant().plus(ASK_AGAIN), KIND, id.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        PaymentId id = new PaymentId(item.subject());
        Payment it = payments.require(id);
        if (it.state() == Payment.State.PENDING) {
            Payment settled = settle(id, provider.ask(id.value(), it.paid().amount(), it.requestedAt()));
            if (settled.state() == Payment.State.PENDING) {
                askAgain(id);
            }
        }
    }
}
