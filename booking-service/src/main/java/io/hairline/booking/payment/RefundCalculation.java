package io.hairline.booking.payment;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.course.Course;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much policy gives back of the payments for an appointment or a course. The only computation of it: what is quoted
 * before a cancellation and what is paid back after it both come from here. It depends on what was paid and what is
 * cancelled, and not on the order in which that happened.
 */
public final class RefundCalculation {

    private static final int HUNDRED = 100;

    private RefundCalculation() {}

    /** How much of the payments in one currency policy gives back in all, earlier refunds by policy included. */
    public interface Rule {
        BigDecimal entitled(List<Payment> payments, String currency);
    }

    /**
     * One session of a course.
     *
     * @param refundPercent what its cancellation gives back; absent while it stands
     */
    public record CourseSession(BigDecimal price, @Nullable Integer refundPercent) {}

    /** A part of what goes back, and the payment that it is taken from. */
    public record Portion(Payment payment, Money amount) {}

    /** Payments for a cancelled appointment itself; what was prepaid beyond its price comes back whole. */
    public static Rule ofAppointment(int refundPercent) {
        return (payments, currency) -> sum(payments.stream()
                        .filter(Payment::isPrepaid)
                        .map(Payment::underPolicy)
                        .toList())
                .add(percent(
                        sum(payments.stream()
                                .filter(it -> !it.isPrepaid())
                                .map(Payment::underPolicy)
                                .toList()),
                        refundPercent,
                        currency));
    }

    /**
     * Payments for a course. The first money is the deposit, of which every session has an equal share: a cancelled one gives
     * back its percentage of that share. What was paid beyond the deposit is for the sessions that stand, and comes back whole
     * when no session is left that it could pay for.
     */
    public static Rule ofCourse(Money deposit, List<CourseSession> sessions) {
        return (payments, currency) -> {
            BigDecimal paid = sum(payments.stream().map(Payment::underPolicy).toList());
            BigDecimal held = paid.min(deposit.amount());
            List<BigDecimal> shares = shares(held, sessions.size(), currency);
            List<BigDecimal> fullShares = shares(deposit.amount(), sessions.size(), currency);
            BigDecimal back = BigDecimal.ZERO;
            BigDecimal open = BigDecimal.ZERO;
            BigDecimal all = BigDecimal.ZERO;
            for (int index = 0; index < sessions.size(); index++) {
                CourseSession session = sessions.get(index);
                BigDecimal rest =
                        session.price().subtract(fullShares.get(index)).max(BigDecimal.ZERO);
                all = all.add(rest);
                if (session.refundPercent() == null) {
                    open = open.add(rest);
                } else {
                    back = back.add(percent(shares.get(index), session.refundPercent(), currency));
                }
            }
            if (sessions.stream().allMatch(it -> it.refundPercent() == null)) {
                return BigDecimal.ZERO;
            }
            boolean over = sessions.stream().noneMatch(it -> it.refundPercent() == null);
            BigDecimal beyond = paid.subtract(held);
            BigDecimal credit = over ? BigDecimal.ZERO : beyond.subtract(all).max(BigDecimal.ZERO);
            return back.add(beyond.subtract(open).subtract(credit).max(BigDecimal.ZERO));
        };
    }

    /**
     * Equal shares in the smallest coin, which add up to the whole; what can't be divided goes to the first ones. More to
     * share never makes a share smaller.
     */
    public static List<BigDecimal> shares(BigDecimal whole, int count, String currency) {
        int digits = Currencies.digits(currency);
        BigInteger[] each = whole.setScale(digits, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .divideAndRemainder(BigInteger.valueOf(count));
        List<BigDecimal> shares = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            BigInteger coins = index < each[1].intValueExact() ? each[0].add(BigInteger.ONE) : each[0];
            shares.add(new BigDecimal(coins, digits));
        }
        return shares;
    }

    /** A percentage, rounded to the coins of the currency. */
    public static BigDecimal percent(BigDecimal amount, int percent, String currency) {
        return amount.multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(HUNDRED), Currencies.digits(currency), RoundingMode.HALF_UP);
    }

    /** What is still to go back, by currency. */
    public static Map<String, BigDecimal> due(List<Payment> payments, Rule rule) {
        Map<String, BigDecimal> due = new LinkedHashMap<>();
        byCurrency(payments)
                .forEach((currency, some) -> due.put(
                        currency,
                        rule.entitled(some, currency)
                                .subtract(sum(some.stream()
                                        .map(Payment::returnedByPolicy)
                                        .toList()))
                                .min(sum(some.stream().map(Payment::refundable).toList()))
                                .max(BigDecimal.ZERO)));
        return due;
    }

    /** How much more goes back, by currency, if another rule comes to hold. */
    public static Map<String, BigDecimal> change(List<Payment> payments, Rule now, Rule then) {
        Map<String, BigDecimal> change = new LinkedHashMap<>(due(payments, then));
        due(payments, now).forEach((currency, due) -> change.merge(currency, due.negate(), BigDecimal::add));
        return change;
    }

    /** What is due, taken from the payments in the order in which they were made. */
    public static List<Portion> portions(List<Payment> payments, Rule rule) {
        List<Portion> portions = new ArrayList<>();
        Map<String, BigDecimal> left = due(payments, rule);
        for (Payment payment : payments) {
            BigDecimal part = payment.refundable().min(left.getOrDefault(payment.currency(), BigDecimal.ZERO));
            if (part.signum() > 0) {
                portions.add(new Portion(payment, new Money(part, payment.currency())));
                left.merge(payment.currency(), part.negate(), BigDecimal::add);
            }
        }
        return portions;
    }

    /**
     * The sessions of a course as its cancellations left them.
     *
     * @param alsoCancelled one more that counts as cancelled, and gives back {@code percent}; absent if none does
     */
    public static List<CourseSession> sessions(
            Course course, List<Appointment> appointments, @Nullable AppointmentId alsoCancelled, int percent) {
        Map<AppointmentId, Appointment> byId =
                appointments.stream().collect(Collectors.toMap(Appointment::id, Function.identity()));
        return course.sessions().stream()
                .map(it -> new CourseSession(
                        it.price().amount(),
                        it.appointmentId().equals(alsoCancelled)
                                ? Integer.valueOf(percent)
                                : percentOf(byId.get(it.appointmentId()))))
                .toList();
    }

    /** Those cancelled before the percentage was kept with them have been settled. */
    private static @Nullable Integer percentOf(@Nullable Appointment it) {
        return it == null || !it.isCancelled() ? null : Objects.requireNonNullElse(it.refundPercent(), 0);
    }

    private static Map<String, List<Payment>> byCurrency(List<Payment> payments) {
        return payments.stream()
                .filter(it -> it.state() == Payment.State.CAPTURED)
                .collect(Collectors.groupingBy(Payment::currency, LinkedHashMap::new, Collectors.toList()));
    }

    /** Their sum; zero if there are none. */
    public static BigDecimal sum(List<BigDecimal> some) {
        return some.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
