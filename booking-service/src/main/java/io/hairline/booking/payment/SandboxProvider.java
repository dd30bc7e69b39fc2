package io.hairline.booking.payment;

import io.hairline.contracts.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stands for a card provider, with its faults: an amount that ends in .02 is declined, .03 is thought about for some
 * seconds, and for .04 the money is taken but the answer gets lost.
 */
@Component
class SandboxProvider implements PaymentProvider {

    private static final Logger log = LoggerFactory.getLogger(SandboxProvider.class);
    private static final Duration THINKS_FOR = Duration.ofSeconds(3);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Clock clock;

    SandboxProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Outcome charge(String reference, Money amount, Instant requestedAt) {
        return switch (cents(amount)) {
            case 2 -> new Outcome.Declined("INSUFFICIENT_FUNDS");
            case 3, 4 -> new Outcome.Thinking();
            default -> new Outcome.Captured();
        };
    }

    @Override
    public Outcome ask(String reference, Money amount, Instant requestedAt) {
        boolean thinking = cents(amount) == 3 && clock.instant().isBefore(requestedAt.plus(THINKS_FOR));
        return switch (cents(amount)) {
            case 2 -> new Outcome.Declined("INSUFFICIENT_FUNDS");
            default -> thinking ? new Outcome.Thinking() : new Outcome.Captured();
        };
    }

    @Override
    public void refund(String reference, Money amount) {
        log.info("sandbox refund reference={} amount={} {}", reference, amount.amount(), amount.currency());
    }

    private static int cents(Money amount) {
        return amount.amount().remainder(BigDecimal.ONE).multiply(HUNDRED).intValue();
    }
}
