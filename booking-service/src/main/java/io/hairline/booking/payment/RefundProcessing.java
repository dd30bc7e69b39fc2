package io.hairline.booking.payment;

import io.hairline.booking.payment.prepaid.Redemptions;
import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.booking.payment.provider.ProviderCalls;
import io.hairline.booking.payment.provider.ProviderRetries;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Gives money back exactly once. The refund is recorded as requested, then the provider is asked outside any transaction
 * under the refund's own reference, then its outcome is recorded. Wherever a process dies on the way, the due work that was
 * recorded with the request goes on from there.
 */
@Service
public class RefundProcessing implements DueWorkHandler {

    private static final String KIND = "refund-settling";

    private final Payments payments;
    private final ProviderCalls calls;
    private final Redemptions redemptions;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;
    private final CrashPoints crashPoints;

    RefundProcessing(
            Payments payments,
            ProviderCalls calls,
            Redemptions redemptions,
            EventLog eventLog,
            DueWork dueWork,
            Clock clock,
            CrashPoints crashPoints) {
        this.payments = payments;
        this.calls = calls;
        this.redemptions = redemptions;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
        this.crashPoints = crashPoints;
    }

    /** Records the refund and asks the provider at once; one that the provider hasn't settled is followed up by due work. */
    Payment refund(PaymentId id, @Nullable Money amount, String reasonCode) {
        Instant now = clock.instant();
        Payment requested = eventLog.record(Payment.class, () -> {
            Payment it = payments.require(id);
            Money wanted = amount == null ? new Money(it.refundable(), it.currency()) : amount;
            return followedUp(it.requestRefund(wanted, reasonCode, null, now), ProviderRetries.next(now, now));
        });
        crashPoints.reach("refund-requested");
        Refund refund = requested.refunds().getLast();
        return refund.isOpen()
                ? RequestContext.current().withoutKey().run(() -> ask(id, refund.number()))
                : payments.require(id);
    }

    /**
     * A refund that nobody asks for, in the transaction that is open; the provider is asked after it.
     *
     * @param cancelled whose cancellation gives it back by policy; absent if there was no booking it could pay for
     */
    public Change<Payment> request(
            Payment payment, Money amount, String reasonCode, @Nullable AppointmentId cancelled) {
        Instant now = clock.instant();
        return followedUp(payment.requestRefund(amount, reasonCode, cancelled, now), now);
    }

    private Change<Payment> followedUp(Change<Payment> change, Instant at) {
        Refund refund = change.next().refunds().getLast();
        if (refund.isOpen()) {
            dueWork.at(at, KIND, reference(change.next().id(), refund.number()));
        }
        Payment payment = change.next();
        return Redemptions.isPrepaid(payment.paid().methodCode())
                ? change.with(redemptions.restore(payment.paid(), payment.id(), refund.amount()))
                : change;
    }

    /** Asks the provider, outside any transaction, and records what it says. */
    private Payment ask(PaymentId id, int number) {
        Payment it = payments.require(id);
        Refund refund = it.refund(number).filter(Refund::isOpen).orElse(null);
        if (refund == null) {
            return it;
        }
        PaymentProvider.RefundOutcome outcome =
                calls.refund(reference(id, number), refund.amount(), refund.requestedAt());
        crashPoints.reach("refund-made");
        return settle(id, number, outcome);
    }

    /** What the provider says about a refund; repeats and late answers change nothing. */
    Payment settle(PaymentId id, int number, PaymentProvider.RefundOutcome outcome) {
        return eventLog.record(Payment.class, () -> payments.require(id).settleRefund(number, outcome));
    }

    /** The provider's name for a refund. */
    static String reference(PaymentId id, int number) {
        return id.value() + "/" + number;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Asks for the next look before this one, so that a call which is lost with the process is made again. */
    @Override
    public void run(DueItem item) {
        String[] words = item.subject().split("/", 2);
        PaymentId id = new PaymentId(words[0]);
        int number = Integer.parseInt(words[1]);
        payments.require(id).refund(number).filter(Refund::isOpen).ifPresent(it -> {
            dueWork.at(ProviderRetries.next(it.requestedAt(), clock.instant()), KIND, item.subject());
            calls.afterCommit(() -> ask(id, number));
        });
    }
}
