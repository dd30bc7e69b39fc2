package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.HeadOffice;
import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.EmailConfirmationId;
import io.hairline.contracts.identity.IdentityEvent.EmailConfirmed;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.events.StoredEvent;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Who may have a letter sent that confirms an address, how often, and what identity's word confirms. */
@OnBooking
class EmailConfirmationIT {

    private static final String REQUESTED = "booking.EmailConfirmationRequested.v1";
    private static final String CONFIRMED = "booking.ClientEmailConfirmed.v1";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    HeadOffice others;

    @Autowired
    EventLog eventLog;

    @Autowired
    MongoTemplate mongo;

    private Calls calls;
    private TestClinic clinic;
    private Map<String, Object> person;
    private String client;

    @BeforeEach
    void register() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        person = Town.newcomer(clinic);
        client = calls.post(clinic.desk(), "/clients", person).id();
    }

    private Answer request(String who) {
        return calls.post(who, "/clients/" + client + "/email-confirmation", null);
    }

    private Answer move(String email) {
        Map<String, Object> moved = new HashMap<>(person);
        moved.put("email", email);
        return calls.call(client, "PUT", "/clients/" + client, moved, Map.of());
    }

    private void codeCameBack(long contactVersion) {
        others.tell(new EmailConfirmed(
                new EmailConfirmationId(Ids.next(EmailConfirmationId.PREFIX)), new ClientId(client), contactVersion));
    }

    private boolean isConfirmed() {
        return calls.get(client, "/clients/" + client)
                .body()
                .path("emailConfirmed")
                .asBoolean();
    }

    private List<String> told() {
        return eventLog.history(client).stream().map(StoredEvent::type).toList();
    }

    @Test
    void asksForALetterForTheClientAndTheirDeskAlone() {
        TestClinic other = town.clinic("Europe/London", 1, 1);
        for (String who : List.of(other.desk(), Town.client(calls, clinic))) {
            assertThat(request(who).status()).isEqualTo(404);
        }
        assertThat(request(Town.guest()).status()).isEqualTo(403);
        assertThat(told()).doesNotContain(REQUESTED);

        Answer asked = request(client);

        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(200);
        assertThat(asked.body().path("emailConfirmed").asBoolean(true)).isFalse();
        assertThat(request(clinic.desk()).status()).isEqualTo(200);
        assertThat(eventLog.history(client))
                .filteredOn(it -> it.type().equals(REQUESTED))
                .hasSize(2)
                .allSatisfy(it ->
                        assertThat(it.data()).contains("\"contactVersion\":1").doesNotContain("@"));
    }

    @Test
    void sendsNoLettersWithoutEndAndLetsAWrongAddressBeCorrected() {
        for (int letter = 0; letter < 5; letter++) {
            assertThat(request(client).status()).isEqualTo(200);
        }

        Answer oneMore = request(client);
        assertThat(oneMore.problem()).isEqualTo("/problems/too-many-requests");
        assertThat(oneMore.body().path("retryAfterSeconds").asLong()).isBetween(1L, 900L);
        assertThat(move("first." + client + "@example.com").status()).isEqualTo(200);
        assertThat(request(client).status()).isEqualTo(200);
    }

    @Test
    void letsAClinicCorrectAnAddressThatTheClientChangedTooOften() {
        for (int letter = 0; letter < 5; letter++) {
            assertThat(move(letter + "." + client + "@example.com").status()).isEqualTo(200);
        }

        assertThat(move("sixth." + client + "@example.com").status()).isEqualTo(429);
        person.put("phone", "+447400999998");
        assertThat(move("4." + client + "@example.com").status())
                .as("the address stays")
                .isEqualTo(200);
        person.put("email", "right." + client + "@example.com");
        assertThat(calls.call(clinic.desk(), "PUT", "/clients/" + client, person, Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void believesACodeThatCameBackOnce() {
        codeCameBack(1);
        codeCameBack(1);

        assertThat(isConfirmed()).isTrue();
        assertThat(told()).containsOnlyOnce(CONFIRMED);
        assertThat(request(client).problem()).isEqualTo("/problems/email-already-confirmed");
        assertThat(calls.get(clinic.desk(), "/clients/" + client)
                        .body()
                        .path("emailConfirmed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void believesNoCodeThatWentToAnEarlierAddress() {
        assertThat(move("new." + client + "@example.com").status()).isEqualTo(200);

        codeCameBack(1);

        assertThat(isConfirmed()).isFalse();
        codeCameBack(2);
        assertThat(isConfirmed()).isTrue();
        assertThat(move("newer." + client + "@example.com").status()).isEqualTo(200);
        assertThat(isConfirmed()).isFalse();
    }

    @Test
    void readsARecordFromBeforeAsNotConfirmed() {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(client)), new Update().unset("email"), Document.class, "clients");

        assertThat(isConfirmed()).isFalse();
        codeCameBack(1);
        assertThat(isConfirmed()).isTrue();
    }
}
