package io.hairline.headoffice.dashboard.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.Elsewhere;
import io.hairline.headoffice.Staff;
import io.hairline.headoffice.dashboard.DublinBookings;
import io.hairline.headoffice.dashboard.projection.Generations;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.testing.OnRealServers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@OnRealServers
class RebuildIT {

    private static final ClinicId DUBLIN = DemoIds.clinic("DUB");
    private static final int BEFORE = 400;
    private static final int MEANWHILE = 20;

    /** What is wrong with the old sums: by it the old collections can be told from the new ones. */
    private static final int WRONG = 1_000;

    @LocalServerPort
    int port;

    @Autowired
    HairlineProperties hairline;

    @Autowired
    Generations generations;

    @Autowired
    MongoTemplate mongo;

    @Test
    void answersFromTheOldSumsUntilTheNewOnesAreComplete() throws Exception {
        RestTestClient headOffice = Staff.of(port, "head-office");
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            for (int i = 0; i < BEFORE; i++) {
                elsewhere.happens(Topics.BOOKING_EVENTS, booked(i), 1, Instant.parse("2038-03-03T12:00:00Z"));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> bookings(headOffice) == BEFORE);
            long before = generations.serving().number();
            mongo.getCollection(generations.serving().totals())
                    .updateOne(
                            new Document("_id", DUBLIN + "|2038-03-03"),
                            new Document("$inc", new Document("sums.BOOKINGS", WRONG)));
            List<Integer> seen = new CopyOnWriteArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            Thread reader = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    seen.add(bookings(headOffice));
                }
            });
            await().until(() -> !seen.isEmpty());

            headOffice
                    .post()
                    .uri("/dashboard/rebuild")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
            for (int i = 0; i < MEANWHILE; i++) {
                elsewhere.happens(Topics.BOOKING_EVENTS, booked(i), 1, Instant.parse("2038-03-03T13:00:00Z"));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> state(headOffice).path("state").asString().equals("DONE"));
            await().atMost(Duration.ofSeconds(30)).until(() -> bookings(headOffice) == BEFORE + MEANWHILE);
            over.set(true);
            reader.join();

            assertThat(seen).isNotEmpty().allMatch(it -> isOf(it, BEFORE + WRONG) || isOf(it, BEFORE));
            assertThat(seen.getFirst()).isGreaterThanOrEqualTo(BEFORE + WRONG);
            assertThat(seen.stream().dropWhile(it -> it >= WRONG)).allMatch(it -> it < WRONG);
            assertThat(state(headOffice).path("generation").asLong()).isEqualTo(before + 1);
            assertThat(state(headOffice).path("events").asLong()).isGreaterThanOrEqualTo(BEFORE);
        }
        headOffice
                .post()
                .uri("/dashboard/reconcile")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.wrong")
                .isEqualTo(0);
    }

    @Test
    void keepsRebuildingToHeadOffice() {
        Staff.of(port, "region-uki")
                .post()
                .uri("/dashboard/rebuild")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** With any number of those that came meanwhile. */
    private static boolean isOf(int seen, int least) {
        return seen >= least && seen <= least + MEANWHILE;
    }

    private static AppointmentBooked booked(int day) {
        LocalDateTime start = LocalDateTime.parse("2038-04-01T10:00:00").plusDays(day % 28);
        return DublinBookings.at(start, DemoIds.practitioner(13), "SESSION_1");
    }

    private static JsonNode state(RestTestClient client) {
        return Staff.read(client, "/dashboard/rebuild");
    }

    private static int bookings(RestTestClient client) {
        return Staff.read(client, "/dashboard?clinicId=" + DUBLIN + "&from=2038-03-01&to=2038-03-31")
                .path("tiles")
                .valueStream()
                .filter(it -> it.path("key").asString().equals("bookings"))
                .map(it -> it.path("value").asInt())
                .findFirst()
                .orElseThrow();
    }
}
