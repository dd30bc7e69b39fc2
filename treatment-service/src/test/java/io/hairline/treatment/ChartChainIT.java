package io.hairline.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody with the database, and without the service, can't do unnoticed. */
@OnTreatment
class ChartChainIT extends TreatmentScenario {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalManagementPort
    int managementPort;

    @Value("${hairline.ops.password}")
    String password = "";

    @Test
    void findsNothingWhereNobodyTampered() {
        sign();

        assertThat(faults()).isEmpty();
        assertThat(links())
                .as("consent, plan accepted, session, plan fulfilled")
                .hasSize(4);
    }

    @Test
    void findsAnEditedRecord() {
        String session = sign();

        mongo.getCollection("sessions")
                .updateOne(new Document("_id", session), new Document("$set", new Document("done.zones.0.density", 7)));

        assertThat(faults()).containsExactly("EDITED " + session);
        mongo.getCollection("sessions")
                .updateOne(
                        new Document("_id", session), new Document("$set", new Document("done.zones.0.density", 120)));
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsADeletedRecord() {
        String session = sign();

        mongo.getCollection("sessions").deleteOne(new Document("_id", session));

        assertThat(faults()).containsExactly("DELETED " + session);
    }

    @Test
    void findsALinkThatWasTakenOutOrWrittenAnew() {
        sign();

        mongo.getCollection("chart_links").deleteOne(new Document("_id", links().get(1)));

        assertThat(faults()).contains("CHAIN_BROKEN link 3");
    }

    @Test
    void findsAChainWhoseEndWasCutOffWithItsRecord() throws Exception {
        String session = sign();
        Document before = mongo.getCollection("sessions")
                .find(new Document("_id", session))
                .first();
        assertThat(before).isNotNull();
        assertThat(calls.post(clinic.artist(), "/sessions/" + session + "/addenda", Map.of("text", "It bled."))
                        .status())
                .isEqualTo(201);
        demoClock.moveTo(clock.instant().plus(Duration.ofHours(2)));
        await().atMost(Duration.ofSeconds(20)).until(() -> seals().contains(":5:"));
        String head = seals();
        assertThat(faults()).isEmpty();
        assertThat(compare(head)).isEmpty();

        mongo.getCollection("sessions").replaceOne(new Document("_id", session), Objects.requireNonNull(before));
        mongo.getCollection("chart_links").deleteOne(new Document("_id", links().get(4)));

        assertThat(faults()).as("by the seal in the database").containsExactly("CUT_OFF link 5");
        mongo.getCollection("chart_seals").deleteMany(new Document("heads.clientId", client.value()));
        assertThat(faults())
                .as("without the seal, the database alone can't know")
                .isEmpty();
        assertThat(compare(head)).as("by the seal that lies on Kafka").containsExactly("CUT_OFF link 5");
    }

    private String sign() {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        return session;
    }

    private List<String> links() {
        List<String> ids = new ArrayList<>();
        mongo.getCollection("chart_links")
                .find(new Document("clientId", client.value()))
                .sort(new Document("_id", 1))
                .forEach(it -> ids.add(it.getString("_id")));
        return ids;
    }

    /** This client's head in the newest seal, as the endpoint takes it; empty if there is none. */
    private String seals() {
        Document seal = mongo.getCollection("chart_seals")
                .find(new Document("heads.clientId", client.value()))
                .sort(new Document("_id", -1))
                .first();
        return seal == null
                ? ""
                : seal.getList("heads", Document.class).stream()
                        .filter(it -> it.getString("clientId").equals(client.value()))
                        .map(it -> "%s:%d:%s".formatted(client, it.getLong("number"), it.getString("hash")))
                        .findFirst()
                        .orElse("");
    }

    private List<String> faults() {
        return mine(ask(request().GET().build()).at("/faults"));
    }

    private List<String> compare(String heads) {
        return mine(ask(request()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"heads\":\"%s\"}".formatted(heads)))
                        .build())
                .at("/faults"));
    }

    /** Of this client: the other tests leave what they broke. */
    private List<String> mine(JsonNode faults) {
        List<String> found = new ArrayList<>();
        faults.forEach(it -> {
            if (it.at("/clientId").asString().equals(client.value())) {
                found.add(it.at("/what").asString() + " " + it.at("/record").asString());
            }
        });
        return found;
    }

    private HttpRequest.Builder request() {
        String credentials = Base64.getEncoder().encodeToString(("ops:" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/charts"))
                .header("Authorization", "Basic " + credentials);
    }

    private static JsonNode ask(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
