package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.ErasureId;
import io.hairline.contracts.booking.BookingEvent.ClientErased;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventLog;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What notification forgets of a client who is erased. */
@OnNotification
class ErasureIT {

    @Autowired
    Others others;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    EventLog eventLog;

    private long inbox(ClientContact client) {
        return mongo.count(
                Query.query(Criteria.where("clientId").is(client.clientId().value())), "client_inbox");
    }

    @Test
    void erasesContactAndInboxAndStopsWhatIsPlanned() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        others.tell(clinic.booked(ada.clientId(), others.now().plus(Duration.ofDays(3))));
        others.tick();
        others.awaitStatus(ada, "BOOKING_CONFIRMED", "IN_APP", "DELIVERED");
        assertThat(inbox(ada)).isPositive();

        others.tell(new ClientErased(ada.clientId(), new ErasureId(Ids.next(ErasureId.PREFIX)), clinic.id()));
        others.publish(ada);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !eventLog.history(ada.clientId().value()).isEmpty());
        assertThat(eventLog.history(ada.clientId().value()).getLast().data())
                .contains("\"CONTACT\"", "\"INBOX\"", "MESSAGE_LEDGER");
        assertThat(inbox(ada)).isZero();
        assertThat(Objects.requireNonNull(mongo.findById(ada.clientId().value(), Document.class, "contacts")))
                .doesNotContainKey("sealed");
        assertThat(mongo.count(
                        Query.query(Criteria.where("about.clientId")
                                .is(ada.clientId().value())
                                .and("status")
                                .in("PLANNED", "DEFERRED")),
                        "messages"))
                .isZero();
    }
}
