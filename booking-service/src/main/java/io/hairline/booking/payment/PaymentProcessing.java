package io.hairline.booking.payment;

import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.course.deposit.CourseDeposits;
import io.hairline.booking.payment.owed.AmountOwed;
import io.hairline.booking.payment.prepaid.Redemptions;
import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.booking.payment.provider.ProviderCalls;
import io.hairline.booking.payment.provider.ProviderRetries;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.Ids;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes money. A payment is recorded before the provider is asked, so that money which was taken is never forgotten: what
 * isn't settled is asked for again, more and more rarely, until it is.
 */
@Service
class PaymentProcessing implements DueWorkHandler {

    private static final String KIND = "payment-settling";

    private final Payments payments;
    private final AmountOwed owed;
    private final PaymentProvider provider;
    private final ProviderCalls calls;
    private final Redemptions redemptions;
    private final CourseDeposits deposits;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;
    private final CrashPoints crashPoints;

    PaymentProcessing(
            Payments payments,
            AmountOwed owed,
            PaymentProvider provider,
            ProviderCalls calls,
            Redemptions redemptions,
            CourseDeposits deposits,
            EventLog eventLog,
            DueWork dueWork,
            Clock clock,
            CrashPoints crashPoints) {
        this.payments = payments;
        this.owed = owed;
        this.provider = provider;
        this.calls = calls;
        this.redemptions = redemptions;
        this.deposits = deposits;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
        this.crashPoints = crashPoints;
    }

    /** @param giftCardCode for a payment with a gift card */
    Payment pay(PaymentDetails paid, String madeBy, @Nullable String giftCardCode) {
        PaymentId id = new PaymentId(Ids.next(PaymentId.PREFIX));
        Instant now = clock.instant();
        if (paid.methodCode().equals(Payment.CASH)) {
            return eventLog.record(Payment.class, () -> {
                owed.check(paid);
                return captured(Payment.captureAtOnce(id, paid, madeBy, now));
            });
        }
        if (Redemptions.isPrepaid(paid.methodCode())) {
            return eventLog.record(Payment.class, () -> {
                owed.check(paid);
                return captured(Payment.captureAtOnce(id, paid, madeBy, now))
                        .with(redemptions.redeem(paid, id, giftCardCode));
            });
        }
        Payment requested = eventLog.record(Payment.class, () -> {
            owed.check(paid);
            dueWork.at(ProviderRetries.next(now, now), KIND, id.value());
            return Payment.request(id, paid, madeBy, now);
        });
        if (!requested.id().equals(id)) {
            return payments.require(requested.id());
        }
        PaymentProvider.Outcome outcome = calls.charge(id.value(), paid.amount(), now);
        crashPoints.reach("charge-made");
        return RequestContext.current().withoutKey().run(() -> settle(id, outcome));
    }

    Payment reassign(PaymentId id, PaymentDetails to, String reasonCode) {
        return eventLog.record(Payment.class, () -> {
            Change<Payment> change = payments.require(id).reassign(to, reasonCode);
            if (change.event() != null) {
                owed.check(to);
            }
            return captured(change);
        });
    }

    /** What the provider says about a charge; repeats and late answers change nothing. */
    Payment settle(PaymentId id, PaymentProvider.Outcome outcome) {
        return eventLog.record(
                Payment.class, () -> captured(payments.require(id).settle(outcome)));
    }

    /** Whenever money comes, policy is looked at: what it is for may have been cancelled meanwhile, or waits for it. */
    private Change<Payment> captured(Change<Payment> change) {
        Payment payment = change.next();
        if (change.event() == null
                || payment.state() != Payment.State.CAPTURED
                || payment.paid().paysForProduct()) {
            return change;
        }
        dueWork.at(clock.instant(), AppointmentScheduling.REFUND, payment.subject());
        CourseId course = payment.paid().courseId();
        return course == null ? change : change.with(deposits.afterPayment(course, paidWith(payment, course)));
    }

    /** What is stored doesn't count this payment yet. */
    private BigDecimal paidWith(Payment payment, CourseId course) {
        payments.oneAtATime(course.value());
        return payments.paidFor(course, payment.paid().amount()).amount().add(payment.towardsPrice());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Asks for the next look before this one, so that a call which is lost with the process is made again. */
    @Override
    public void run(DueItem item) {
        PaymentId id = new PaymentId(item.subject());
        Payment it = payments.require(id);
        if (it.state() == Payment.State.PENDING) {
            dueWork.at(ProviderRetries.next(it.requestedAt(), clock.instant()), KIND, id.value());
            calls.afterCommit(
                    () -> settle(id, provider.ask(id.value(), it.paid().amount(), it.requestedAt())));
        }
    }
}
