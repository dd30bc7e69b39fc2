package io.hairline.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.booking.BookingEvent.ClientErased;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.time.DemoClock;
import io.hairline.kit.work.DueWork;
import io.hairline.treatment.encryption.StreamEncryption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What treatment erases of a client at once, what it keeps, and until when. */
@OnTreatment
class ErasureIT {

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    EventLog eventLog;

    @Autowired
    StreamEncryption photos;

    @Autowired
    DueWork dueWork;

    @Autowired
    Clock clock;

    @Autowired
    DemoClock demoClock;

    private TestClinic clinic;
    private ClientId client;

    @BeforeEach
    void open() {
        clinic = others.clinic();
        client = others.client(clinic);
    }

    private void erase() {
        others.tell(List.of(new ClientErased(client, new ErasureId(Ids.next(ErasureId.PREFIX)), clinic.id())));
    }

    private long plans() {
        return mongo.count(Query.query(Criteria.where("clientId").is(client.value())), "plans");
    }

    private String answer() {
        return eventLog.history(client.value()).getLast().data();
    }

    @Test
    void keepsTheChartAsLongAsTheLawSaysAndNothingElse() throws IOException {
        new Ready(new Calls(port), others, clock, demoClock).planOf(client, clinic, "PERMANENT", List.of("SESSION_1"));
        PhotoId photo = new PhotoId(Ids.next(PhotoId.PREFIX));
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream sealing = photos.sealing(sealed, client, photo)) {
            sealing.write(1);
        }

        erase();
        others.name(client, 7, "Late", "News");
        erase();

        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 8;
        assertThat(eventLog.history(client.value())).hasSize(1);
        assertThat(answer()).contains("\"NAME\"", "\"CHART\"", "HEALTH_RECORDS", year + "-12-31");
        assertThat(plans()).isOne();
        assertThat(Objects.requireNonNull(mongo.findById(client.value(), Document.class, "client_names")))
                .doesNotContainKey("sealed");
        assertThatThrownBy(() -> photos.opening(new ByteArrayInputStream(sealed.toByteArray()), client, photo))
                .hasMessageContaining("gone");
        assertThatThrownBy(() -> photos.sealing(new ByteArrayOutputStream(), client, photo))
                .isInstanceOf(Refusal.class);

        dueWork.at(clock.instant(), "chart-retention", client.value());

        await().atMost(Duration.ofSeconds(20)).until(() -> plans() == 0);
        assertThat(mongo.exists(Query.query(Criteria.where("_id").is(client.value())), "erased_charts"))
                .isTrue();
    }

    @Test
    void keepsTheChartForTheLongestTimeOfTheJurisdictionsInWhichItWasWritten() {
        TestClinic berlin = others.clinic("DE-BE");
        Ready ready = new Ready(new Calls(port), others, clock, demoClock);
        ready.planOf(client, clinic, "PERMANENT", List.of("SESSION_1"));
        ready.planOf(client, berlin, "PERMANENT", List.of("SESSION_1"));

        erase();

        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 10;
        assertThat(answer()).contains("HEALTH_RECORDS", year + "-12-31");
    }

    @Test
    void keepsNothingOfAClientWithoutAChart() {
        erase();

        assertThat(answer()).contains("\"kept\":[]").doesNotContain("PHOTOS");
    }
}
