package io.hairline.booking.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.course.Course;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundRequested;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTests {

    private static final Instant START = Instant.parse("2027-03-02T10:00:00Z");
    private static final ClientId CLIENT = new ClientId(Ids.next(ClientId.PREFIX));
    private static final ClinicId CLINIC = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final AppointmentSlot SLOT = new AppointmentSlot(
            CLINIC,
            new PractitionerId(Ids.next(PractitionerId.PREFIX)),
            new ChairId(Ids.next(ChairId.PREFIX)),
            "SESSION_1",
            START,
            START.plusSeconds(3_600),
            LocalDateTime.parse("2027-03-02T10:00"),
            "Europe/London");
    private static final Course COURSE = new Course(
            new CourseId(Ids.next(CourseId.PREFIX)),
            1,
            1,
            CLIENT,
            new PlanId(Ids.next(PlanId.PREFIX)),
            CLINIC,
            IntStream.rangeClosed(1, 3)
                    .mapToObj(it -> new Course.Session(
                            new AppointmentId(Ids.next(AppointmentId.PREFIX)), "SESSION_" + it, CLINIC, euros("700")))
                    .toList(),
            euros("2100"),
            euros("460"),
            "desk",
            START,
            Course.State.BOOKED,
            null);

    private final List<Ledger.Entry> entries = new ArrayList<>();

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static AppointmentId session(int index) {
        return COURSE.sessions().get(index).appointmentId();
    }

    private void happens(BookingEvent event) {
        entries.add(new Ledger.Entry(Ids.next("evt"), START.plusSeconds(entries.size()), event));
    }

    private static PaymentDetails details(@Nullable AppointmentId appointment, String amount) {
        return new PaymentDetails(
                CLIENT,
                CLINIC,
                appointment,
                appointment == null ? COURSE.id() : null,
                euros(amount),
                euros("0"),
                euros("0"),
                "CARD",
                null);
    }

    private PaymentId paid(@Nullable AppointmentId appointment, String amount) {
        PaymentId id = new PaymentId(Ids.next(PaymentId.PREFIX));
        happens(new PaymentCaptured(id, details(appointment, amount)));
        return id;
    }

    private void givenBack(PaymentId id, PaymentDetails paid, int number, String amount, AppointmentId cancelled) {
        happens(new PaymentRefundRequested(id, paid, number, euros(amount), "APPOINTMENT_CANCELLED", cancelled));
        happens(new PaymentRefunded(
                id, paid, euros(amount), "APPOINTMENT_CANCELLED", number, euros("0"), euros("0"), cancelled));
    }

    private void cancelled(AppointmentId id, int percent) {
        happens(new AppointmentCancelled(id, CLIENT, SLOT, percent == 0, 50, "CLIENT_REQUEST", percent));
    }

    private Stream<String> lines() {
        return Ledger.of(List.of(COURSE), entries).stream()
                .map(it -> it.kind() + " " + it.amount().amount() + " "
                        + it.balance().amount());
    }

    @Test
    void holdsNothingForAProductThatWasSoldOrCameBack() {
        PaymentDetails sale = new PaymentDetails(
                CLIENT, CLINIC, null, null, euros("24.00"), euros("4.00"), euros("0.00"), "CASH", "SALE_SPF");
        PaymentId id = new PaymentId(Ids.next(PaymentId.PREFIX));
        happens(new PaymentCaptured(id, sale));
        happens(new PaymentRefunded(id, sale, euros("24.00"), "CLIENT_REQUEST", 1, euros("4.00"), euros("0.00"), null));

        assertThat(lines())
                .containsExactly(
                        "PAYMENT 24.00 24.00",
                        "PRODUCT_SOLD -24.00 0.00",
                        "REFUNDED -24.00 -24.00",
                        "PRODUCT_RETURNED 24.00 0.00");
    }

    @Test
    void tellsADepositFromItsFirstCoinToItsLast() {
        PaymentId deposit = paid(null, "460.00");
        happens(new AppointmentRescheduled(session(0), CLIENT, SLOT, SLOT, "CLIENT_REQUEST", 100L, null, null));
        happens(new AppointmentCompleted(session(0), CLIENT, SLOT));
        paid(session(0), "546.66");
        cancelled(session(1), 50);
        givenBack(deposit, details(null, "460.00"), 1, "76.67", session(1));
        happens(new AppointmentNoShow(session(2), CLIENT, SLOT, "NO_SHOW"));

        assertThat(lines())
                .containsExactly(
                        "DEPOSIT_HELD 460.00 460.00",
                        "DEPOSIT_CARRIED_OVER 0.00 460.00",
                        "DEPOSIT_APPLIED -153.34 306.66",
                        "PAYMENT 546.66 853.32",
                        "DEPOSIT_APPLIED -546.66 306.66",
                        "DEPOSIT_FORFEITED -76.66 230.00",
                        "REFUNDED -76.67 153.33",
                        "DEPOSIT_FORFEITED -153.33 0.00");
    }

    @Test
    void takesBackFromWhatWasUsedWhatPeopleGiveBack() {
        AppointmentId visit = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        PaymentId payment = paid(visit, "100.00");
        happens(new AppointmentCompleted(visit, CLIENT, SLOT));
        PaymentDetails paid = details(visit, "100.00");
        happens(new PaymentRefundRequested(payment, paid, 1, euros("30.00"), "GOODWILL", null));
        happens(new PaymentRefunded(payment, paid, euros("30.00"), "GOODWILL", 1, euros("0"), euros("0"), null));

        assertThat(lines().toList().getLast()).isEqualTo("REFUNDED -30.00 0.00");
    }

    @Test
    void keepsTheDepositAndAsksForTheFeeOfAClientWhoDoesNotCome() {
        AppointmentId visit = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        paid(visit, "100.00");
        happens(new AppointmentNoShow(visit, CLIENT, SLOT, "NOT_CHECKED_IN", euros("80.00")));
        paid(visit, "80.00");

        assertThat(lines())
                .containsExactly(
                        "DEPOSIT_HELD 100.00 100.00",
                        "NO_SHOW_FEE -80.00 20.00",
                        "DEPOSIT_FORFEITED -100.00 -80.00",
                        "PAYMENT 80.00 0.00");
    }

    @Test
    void takesTheFeeBackFromAClientWhoCameAfterAll() {
        AppointmentId visit = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        happens(new AppointmentNoShow(visit, CLIENT, SLOT, "NOT_CHECKED_IN", euros("80.00")));
        happens(new ClientCheckedIn(visit, CLIENT, SLOT));

        assertThat(lines()).containsExactly("NO_SHOW_FEE -80.00 -80.00", "NO_SHOW_FEE_WAIVED 80.00 0.00");
    }

    @Test
    void freesAClientOfTheFeeThatIsWaivedAndKeepsTheDeposit() {
        AppointmentId visit = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        paid(visit, "100.00");
        happens(new AppointmentNoShow(visit, CLIENT, SLOT, "NOT_CHECKED_IN", euros("80.00")));
        happens(new NoShowFeeWaived(visit, CLIENT, SLOT, euros("80.00"), "ILLNESS"));
        happens(new ClientCheckedIn(visit, CLIENT, SLOT));

        assertThat(lines())
                .containsExactly(
                        "DEPOSIT_HELD 100.00 100.00",
                        "NO_SHOW_FEE -80.00 20.00",
                        "DEPOSIT_FORFEITED -100.00 -80.00",
                        "NO_SHOW_FEE_WAIVED 80.00 0.00",
                        "DEPOSIT_FORFEITED 100.00 100.00");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Whatever happens in which order, each line changes the balance by its amount, and what left is what came. */
    @ParameterizedTest
    @MethodSource("seeds")
    void alwaysBalances(long seed) {
        Random random = new Random(seed);
        List<Integer> open = new ArrayList<>(List.of(0, 1, 2));
        for (int step = 0; step < 8; step++) {
            if (random.nextBoolean() || open.isEmpty()) {
                paid(
                        random.nextBoolean() ? null : session(random.nextInt(3)),
                        BigDecimal.valueOf(random.nextLong(1, 90_000), 2).toPlainString());
            } else {
                Collections.shuffle(open, random);
                AppointmentId id = session(open.removeLast());
                switch (random.nextInt(3)) {
                    case 0 -> cancelled(id, List.of(0, 33, 50, 100).get(random.nextInt(4)));
                    case 1 -> happens(new AppointmentNoShow(id, CLIENT, SLOT, "NO_SHOW"));
                    default -> happens(new AppointmentCompleted(id, CLIENT, SLOT));
                }
            }
        }

        List<LedgerLine> lines = Ledger.of(List.of(COURSE), entries);

        BigDecimal balance = BigDecimal.ZERO;
        Map<String, BigDecimal> byKind = new TreeMap<>();
        for (LedgerLine it : lines) {
            balance = balance.add(it.amount().amount());
            assertThat(it.balance().amount()).isEqualByComparingTo(balance).isNotNegative();
            byKind.merge(it.kind(), it.amount().amount(), BigDecimal::add);
        }
        assertThat(byKind.getOrDefault("DEPOSIT_APPLIED", BigDecimal.ZERO)).isNotPositive();
        assertThat(byKind.getOrDefault("DEPOSIT_FORFEITED", BigDecimal.ZERO)).isNotPositive();
        assertThat(byKind.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(balance);
    }
}
