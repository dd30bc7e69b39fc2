package io.hairline.booking.payment.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hairline.booking.payment.provider.PaymentProvider.RefundOutcome;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PrepaidId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.PrepaidRedeemed;
import io.hairline.contracts.booking.BookingEvent.PrepaidRestored;
import io.hairline.contracts.booking.BookingEvent.PrepaidSold;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakenBack;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrepaidTests {

    private static final Instant NOW = Instant.parse("2027-01-12T09:00:00Z");
    private static final ClinicId CLINIC = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final ClientId CLIENT = new ClientId(Ids.next(ClientId.PREFIX));

    private final List<BookingEvent> events = new ArrayList<>();
    private final List<Prepaid.Use> uses = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** However it is sold, used, restored and taken back: the lines say what the events say, and it never goes below nothing. */
    @ParameterizedTest
    @MethodSource("seeds")
    void alwaysBalances(long seed) {
        Random random = new Random(seed);
        Prepaid it = sold(random);
        for (int step = 0; step < 12; step++) {
            it = next(it, random);

            assertThat(it.balance()).isEqualByComparingTo(toldByEvents()).isNotNegative();
            assertThat(it.balance()).isLessThanOrEqualTo(it.sale().amount().amount());
            if (it.state() == Prepaid.State.TAKEN_BACK) {
                assertThat(it.balance()).isZero();
            }
        }
    }

    private Prepaid sold(Random random) {
        Money amount = new Money(BigDecimal.valueOf(random.nextLong(1, 900), 2), "EUR");
        String method = random.nextBoolean() ? Prepaid.CASH : "CARD";
        Prepaid.Sale sale = new Prepaid.Sale(Prepaid.Kind.GIFT_CARD, CLINIC, null, amount, method);
        return told(Prepaid.sell(new PrepaidId(Ids.next(PrepaidId.PREFIX)), sale, "token", "", NOW));
    }

    private Prepaid next(Prepaid it, Random random) {
        BigDecimal part = BigDecimal.valueOf(random.nextLong(1, 900), 2);
        return switch (random.nextInt(4)) {
            case 0 -> {
                Prepaid.Use use = new Prepaid.Use(CLINIC, CLIENT, new PaymentId(Ids.next(PaymentId.PREFIX)));
                if (it.state() != Prepaid.State.ACTIVE || part.compareTo(it.balance()) > 0) {
                    yield it;
                }
                uses.add(use);
                yield told(it.redeem(use, part, NOW));
            }
            case 1 -> {
                Prepaid.Use use = uses.isEmpty() ? null : uses.get(random.nextInt(uses.size()));
                yield use == null || it.usedFor(use.paymentId()).signum() == 0
                        ? it
                        : told(it.restore(use, it.usedFor(use.paymentId()), NOW));
            }
            case 2 -> takenBack(it);
            default -> settled(it, random);
        };
    }

    private Prepaid takenBack(Prepaid it) {
        boolean whole = it.state() == Prepaid.State.ACTIVE
                && it.balance().compareTo(it.sale().amount().amount()) == 0;
        if (whole) {
            return told(TakeBackRules.of(it).ask("MISTAKE", NOW));
        }
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> TakeBackRules.of(it).ask("MISTAKE", NOW)))
                .isNotNull();
        return it;
    }

    private Prepaid settled(Prepaid it, Random random) {
        RefundOutcome outcome =
                random.nextBoolean() ? new RefundOutcome.Done() : new RefundOutcome.Failed("CARD_CLOSED");
        Prepaid.TakeBack asked = it.takeBack();
        return asked == null ? it : told(TakeBackRules.of(it).settle(asked.number(), outcome, NOW));
    }

    private Prepaid told(Change<Prepaid> change) {
        if (change.event() instanceof BookingEvent event) {
            events.add(event);
        }
        return change.next();
    }

    @SuppressWarnings("PatternMatchingInstanceof") // four kinds of many; the others move no money
    private BigDecimal toldByEvents() {
        BigDecimal sum = BigDecimal.ZERO;
        for (BookingEvent event : events) {
            if (event instanceof PrepaidSold it) {
                sum = sum.add(it.amount().amount());
            } else if (event instanceof PrepaidRedeemed it) {
                sum = sum.subtract(it.amount().amount());
            } else if (event instanceof PrepaidRestored it) {
                sum = sum.add(it.amount().amount());
            } else if (event instanceof PrepaidTakenBack it) {
                sum = sum.subtract(it.amount().amount());
            }
        }
        return sum;
    }
}
