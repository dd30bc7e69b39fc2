package io.hairline.booking.payment;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.KeptData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Keeps an erased client's payments, without a name, as long as books are to be kept, and removes them then. */
@Component
class PaymentErasure implements ClientFollowUp {

    /** The longest that any country of the brand asks for, counted from the end of the year. */
    private static final int YEARS = 10;

    private static final String PAYMENTS = "PAYMENTS";

    private final Payments payments;
    private final Clock clock;

    PaymentErasure(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public Erased onErasure(Client client) {
        if (payments.of(client.id()).isEmpty()) {
            return Erased.NOTHING;
        }
        int year = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        return Erased.kept(new KeptData(PAYMENTS, "ACCOUNTING", LocalDate.of(year + YEARS, Month.DECEMBER, 31)));
    }

    @Override
    public void afterRetention(ClientId erased, String whatCode) {
        if (whatCode.equals(PAYMENTS)) {
            payments.remove(erased);
        }
    }
}
