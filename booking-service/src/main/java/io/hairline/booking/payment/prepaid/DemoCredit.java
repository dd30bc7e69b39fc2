package io.hairline.booking.payment.prepaid;

import io.hairline.booking.demo.DemoPart;
import io.hairline.contracts.Money;
import io.hairline.contracts.demo.DemoIds;
import java.math.BigDecimal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A client of Berlin who has paid in advance. */
@Component
@ConditionalOnBooleanProperty("hairline.demo")
class DemoCredit implements DemoPart {

    private static final int CLIENT = 8;

    private final PrepaidSelling selling;

    DemoCredit(PrepaidSelling selling) {
        this.selling = selling;
    }

    @Override
    public void fill(String madeBy) {
        selling.sell(
                new Prepaid.Sale(
                        Prepaid.Kind.CREDIT,
                        DemoIds.clinic(DemoIds.homeClinic(CLIENT)),
                        DemoIds.client(CLIENT),
                        new Money(BigDecimal.valueOf(150), "EUR"),
                        Prepaid.CASH),
                madeBy);
    }
}
