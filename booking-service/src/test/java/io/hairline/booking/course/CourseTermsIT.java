package io.hairline.booking.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnBooking
class CourseTermsIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    private Calls calls;
    private TestClinic clinic;

    @BeforeEach
    void openAClinic() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
    }

    private Answer terms(String total) {
        return calls.get(Town.guest(), "/courses/terms?clinicId=" + clinic.id().value() + "&total=" + total);
    }

    @Test
    void saysWhatIsDueBeforeAPlanIsSigned() {
        Answer terms = terms("2100.00");

        assertThat(terms.text("/deposit/amount")).isEqualTo("420.00");
        assertThat(terms.text("/deposit/currency")).isEqualTo("GBP");
        assertThat(terms.body()
                        .path("cancellation")
                        .path(0)
                        .path("refundPercent")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void asksNeverForMoreThanThePrice() {
        assertThat(terms("200.00").text("/deposit/amount"))
                .as("at least so much")
                .isEqualTo("100.00");
        assertThat(terms("80.00").text("/deposit/amount")).isEqualTo("80.00");
    }

    @Test
    void refusesAPriceThatIsNone() {
        assertThat(terms("-1").problem()).isEqualTo("/problems/invalid-input");
        assertThat(terms("1.005").problem()).isEqualTo("/problems/invalid-input");
        assertThat(calls.get(Town.guest(), "/courses/terms?clinicId=cli_unknown&total=1")
                        .status())
                .isEqualTo(400);
    }
}
