package io.hairline.booking.payment.cancellation;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.terms.CancellationCost;
import io.hairline.booking.referencedata.NoShowFees;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.Money;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what cancelling an appointment would cost; the same computation pays it back. */
@Component
public class CancellationQuotes {

    private static final int ALL = 100;

    private final PolicyRefunds policy;
    private final ReferenceData referenceData;
    private final NoShowFees fees;
    private final Clock clock;

    CancellationQuotes(PolicyRefunds policy, ReferenceData referenceData, NoShowFees fees, Clock clock) {
        this.policy = policy;
        this.referenceData = referenceData;
        this.fees = fees;
        this.clock = clock;
    }

    /**
     * What cancelling now would mean. {@code refund} and {@code lost} together are what was paid beforehand.
     *
     * @param refund what comes back
     * @param fee what is charged on top
     * @param lost what doesn't come back
     * @param amounts the same in each currency that was paid in; one, unless the appointment was moved between countries
     * @param noShowFee what a client owes who neither cancels nor comes, beside what was paid beforehand
     */
    public record CostView(
            Money refund,
            Money fee,
            WindowView window,
            Money lost,
            RuleView rule,
            List<AmountView> amounts,
            Money noShowFee) {}

    /** What comes back and what is lost of what was paid in one currency. */
    public record AmountView(Money paid, Money refund, Money lost) {}

    /**
     * The step of the policy that holds now.
     *
     * @param noticeHours whole hours until the start
     * @param refundPercent of what was paid beforehand
     */
    public record WindowView(long noticeHours, int refundPercent, boolean late) {}

    /**
     * The rule behind it.
     *
     * @param code NOTHING_PAID, ALL_BACK, PART_BACK, NOTHING_BACK, or MOVED_LATE if an earlier move inside the window decides
     * @param description the same as a sentence for people
     */
    public record RuleView(String code, String description) {}

    /** The quote for this moment. */
    public CostView of(Appointment it) {
        CancellationCost cost = it.cancellationCost(clock.instant());
        Map<String, BigDecimal> paid = policy.quote(it, ALL);
        Map<String, BigDecimal> back = policy.quote(it, cost.refundPercent());
        List<AmountView> amounts = paid.entrySet().stream()
                .filter(one -> one.getValue().signum() > 0)
                .map(one -> amount(one.getKey(), one.getValue(), back.getOrDefault(one.getKey(), BigDecimal.ZERO)))
                .toList();
        AmountView first = amounts.isEmpty() ? nothing(it) : amounts.getFirst();
        return new CostView(
                first.refund(),
                new Money(BigDecimal.ZERO, first.refund().currency()),
                new WindowView(cost.noticeHours(), cost.refundPercent(), cost.late()),
                first.lost(),
                rule(it, cost, amounts),
                amounts,
                fees.of(it.policy(), it.slot().serviceCode(), it.slot().clinicId())
                        .orElseGet(() -> nothing(it).lost()));
    }

    private static AmountView amount(String currency, BigDecimal paid, BigDecimal back) {
        return new AmountView(
                new Money(paid, currency), new Money(back, currency), new Money(paid.subtract(back), currency));
    }

    private AmountView nothing(Appointment it) {
        String currency = referenceData
                .clinic(it.slot().clinicId())
                .orElseThrow(Refusal::notFound)
                .paidIn();
        return amount(currency, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static RuleView rule(Appointment it, CancellationCost cost, List<AmountView> amounts) {
        if (amounts.isEmpty()) {
            return new RuleView("NOTHING_PAID", "Nothing has been paid for this appointment, so nothing is lost.");
        }
        int percent = cost.refundPercent();
        if (percent == ALL) {
            return new RuleView("ALL_BACK", "All that was paid comes back; nothing is lost.");
        }
        Integer used = it.refundPercent();
        if (used != null && used == percent) {
            return new RuleView(
                    "MOVED_LATE",
                    "The appointment was moved at short notice before, so %d %% of what was paid comes back."
                            .formatted(percent));
        }
        return percent == 0
                ? new RuleView("NOTHING_BACK", "The start is too near: nothing of what was paid comes back.")
                : new RuleView(
                        "PART_BACK",
                        "With %d hours until the start, %d %% of what was paid comes back."
                                .formatted(cost.noticeHours(), percent));
    }
}
