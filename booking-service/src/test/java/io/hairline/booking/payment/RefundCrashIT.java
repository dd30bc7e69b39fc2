package io.hairline.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.testing.Calls;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** A refund whose process is killed on the way; another instance goes on from there. */
@OnBooking
class RefundCrashIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    MongoTemplate mongo;

    @Test
    void moneyGoesBackOnceIfTheProcessDiesWhenItWasGiven() throws InterruptedException {
        diesAt("refund-made");
    }

    @Test
    @Tag("long")
    void moneyGoesBackOnceIfTheProcessDiesBefore() throws InterruptedException {
        diesAt("refund-requested");
    }

    private void diesAt(String point) throws InterruptedException {
        Calls calls = new Calls(port);
        TestClinic clinic = town.clinic("Europe/London", 1, 1);
        String client = Town.client(calls, clinic);
        String visit = calls.post(client, "/appointments", clinic.slotFor(client, "TOUCH_UP", clinic.at(10, 0)))
                .id();
        Map<String, ?> amount = Map.of("amount", "40.00", "currency", "GBP");
        String payment = calls.post(
                        clinic.desk(), "/payments", Map.of("appointmentId", visit, "amount", amount, "method", "CARD"))
                .id();

        try (BookingProcess dying = BookingProcess.dyingAt(point)) {
            assertThatThrownBy(() -> new Calls(dying.port())
                            .post(
                                    clinic.manager(),
                                    "/payments/" + payment + "/refund",
                                    Map.of("reasonCode", "GOODWILL")))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(dying.exit()).isEqualTo(137);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                calls.get(clinic.desk(), "/payments/" + payment).text("/refunds/0/status"))
                        .isEqualTo("DONE"));
        assertThat(mongo.find(
                        Query.query(Criteria.where("_id").regex("^" + payment + "/")),
                        Document.class,
                        "sandbox_provider"))
                .extracting(it -> it.getString("amount"))
                .isEqualTo(List.of("40.00"));
        assertThat(mongo.find(
                        Query.query(Criteria.where("aggregateId").is(payment)).with(Sort.by("version")),
                        Document.class,
                        "events"))
                .extracting(it -> it.getString("type"))
                .containsExactly(
                        "booking.PaymentRequested.v1",
                        "booking.PaymentCaptured.v1",
                        "booking.PaymentRefundRequested.v1",
                        "booking.PaymentRefunded.v1");
    }
}
