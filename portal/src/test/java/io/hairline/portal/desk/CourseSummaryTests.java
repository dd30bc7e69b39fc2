package io.hairline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CourseSummaryTests {

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static CourseSummary course(String status, String paid) {
        return new CourseSummary(
                "crs_1", status, euros("2300.00"), new CourseSummary.Deposit(euros("460.00"), euros(paid), null));
    }

    @Test
    void saysWhatOfTheDepositIsMissing() {
        assertThat(course("BOOKED", "100.00").due()).isEqualTo(euros("360.00"));
        assertThat(course("HELD", "0.00").due()).isEqualTo(euros("460.00"));
    }

    @Test
    void asksForNothingOnceItIsThereOrNothingIsBooked() {
        assertThat(course("BOOKED", "460.00").due()).isNull();
        assertThat(course("BOOKED", "2300.00").due()).isNull();
        assertThat(course("CANCELLED", "0.00").due()).isNull();
        assertThat(course("EXPIRED", "0.00").due()).isNull();
    }
}
