package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.testing.TestIssuer;
import io.hairline.kit.time.DemoClock;
import io.hairline.treatment.photo.image.Pictures;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinic with lots and a client, another clinic, and the steps that tests of treatment share. */
abstract class TreatmentScenario {

    static final String CANARY = "canary-91c2";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Clock clock;

    @Autowired
    DemoClock demoClock;

    Calls calls;
    Ready ready;
    TestClinic clinic;
    TestClinic elsewhere;
    ClientId client;
    String pigment;
    String needles;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        ready = new Ready(calls, others, clock, demoClock);
        clinic = others.clinic();
        elsewhere = others.clinic();
        client = others.client(clinic);
        pigment = ready.lotOf(clinic, "PIGMENT", "10");
        needles = ready.lotOf(clinic, "NEEDLE", "50");
    }

    Answer patchTestWith(String lot) {
        return calls.post(clinic.artist(), "/patch-tests", Map.of("clientId", client.value(), "lotId", lot));
    }

    void readyFor(String kind, String... services) {
        ready.papersOf(client, clinic);
        ready.planOf(client, clinic, kind, List.of(services));
    }

    String started(String kind, String... services) {
        readyFor(kind, services);
        return created(start(others.appointment(clinic, client, services[0]))).id();
    }

    Answer start(AppointmentId appointment) {
        return calls.post(clinic.artist(), "/sessions", Map.of("appointmentId", appointment.value()));
    }

    Answer complete(String session, Map<String, Object> work) {
        return complete(clinic.artist(), session, work);
    }

    Answer complete(String who, String session, Map<String, Object> work) {
        return calls.post(who, "/sessions/" + session + "/complete", work);
    }

    Map<String, Object> work(String millilitres) {
        Map<String, Object> work = new HashMap<>();
        work.put("zones", List.of(Map.of("zone", "CROWN", "density", 120)));
        work.put("needle", Map.of("configuration", "3RL", "lotId", needles));
        work.put("pigments", List.of(cup(pigment, millilitres, "12")));
        work.put("depthMillimetres", 0.6);
        work.put("painScore", 3);
        work.put("numbing", Map.of("used", true, "product", CANARY + " cream"));
        work.put("notes", CANARY + " went well");
        return work;
    }

    static Map<String, Object> cup(String lot, String millilitres, String dilution) {
        return Map.of("lotId", lot, "millilitres", new BigDecimal(millilitres), "dilution", new BigDecimal(dilution));
    }

    static Map<String, Object> cup(int number, String lot, String millilitres) {
        Map<String, Object> numbered = new HashMap<>(cup(lot, millilitres, "10"));
        numbered.put("cup", number);
        return numbered;
    }

    String stateOf(String code, AppointmentId appointment) {
        return step(code, appointment).at("/state").asString();
    }

    JsonNode step(String code, AppointmentId appointment) {
        for (JsonNode it :
                calls.get(clinic.desk(), "/readiness/" + appointment).body().at("/steps")) {
            if (it.at("/code").asString().equals(code)) {
                return it;
            }
        }
        throw new AssertionError("No step " + code);
    }

    JsonNode lot(String id) {
        for (JsonNode it :
                calls.get(clinic.desk(), "/lots?clinicId=" + clinic.id()).body().at("/items")) {
            if (it.at("/id").asString().equals(id)) {
                return it;
            }
        }
        throw new AssertionError("No lot " + id);
    }

    JsonNode touchUp() {
        return calls.get(client.value(), "/touch-ups?clientId=" + client).body().at("/items/0");
    }

    List<String> eventsOf(String aggregate) {
        List<String> types = new ArrayList<>();
        mongo.getCollection("events")
                .find(new Document("aggregateId", aggregate))
                .sort(new Document("version", 1))
                .forEach(it -> types.add(it.getString("type")));
        return types;
    }

    List<String> stored(String text) {
        List<String> found = new ArrayList<>();
        for (String collection : mongo.getCollectionNames()) {
            for (RawBsonDocument it : mongo.getCollection(collection).find(RawBsonDocument.class)) {
                if (new String(it.getByteBuffer().array(), ISO_8859_1).contains(text)) {
                    found.add(collection);
                }
            }
        }
        return found;
    }

    /** The client gives the clinic elsewhere a pass for a month; answers its id. */
    String shareElsewhere(String purpose) {
        return created(calls.post(
                        client.value(),
                        "/sharing-passes",
                        Map.of(
                                "clientId",
                                client.value(),
                                "clinicId",
                                elsewhere.id().value(),
                                "purpose",
                                purpose,
                                "until",
                                LocalDate.ofInstant(clock.instant(), Others.ZONE)
                                        .plusDays(30)
                                        .toString())))
                .id();
    }

    /** The client signs the English text for a purpose. */
    void agree(String purpose) {
        Answer texts = calls.get(client.value(), "/consent-templates?purpose=" + purpose + "&language=en");
        created(calls.post(
                client.value(),
                "/consents",
                Map.of(
                        "clientId",
                        client.value(),
                        "purpose",
                        purpose,
                        "templateId",
                        texts.text("/items/0/id"),
                        "language",
                        "en",
                        "signature",
                        Map.of("signedName", "Robin Test"))));
    }

    /** A healed photo and how much of the colour stayed, on the first day on which that is taken. */
    void healed(String session, int retentionPercent) throws Exception {
        agree("CLINICAL_PHOTO");
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(7)));
        Map<String, String> form = Map.of("clientId", client.value(), "angle", "TOP", "stage", "HEALED");
        String photo =
                created(send(clinic.artist(), form, Pictures.of("jpg", 12, 9))).id();
        created(calls.post(
                clinic.artist(),
                "/healing-assessments",
                Map.of(
                        "sessionId",
                        session,
                        "result",
                        "HEALED",
                        "photoIds",
                        List.of(photo),
                        "retentionPercent",
                        retentionPercent)));
    }

    /** Stores a photo. */
    Answer send(String who, Map<String, String> fields, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                body.writeBytes("--b0undary\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(name, value)
                        .getBytes(ISO_8859_1)));
        body.writeBytes(
                "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        .getBytes(ISO_8859_1));
        body.writeBytes(file);
        body.writeBytes("\r\n--b0undary--\r\n".getBytes(ISO_8859_1));
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/photos"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + TestIssuer.get().mint(who))
                        .header("Content-Type", "multipart/form-data; boundary=b0undary")
                        .header("Idempotency-Key", "k-" + file.length)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()), answer.headers());
    }

    /** The picture of a photo, as that person gets it. */
    HttpResponse<byte[]> picture(String who, String id) throws Exception {
        return HTTP.send(request(who, "/" + id).build(), BodyHandlers.ofByteArray());
    }

    HttpRequest.Builder request(String who, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/photos" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TestIssuer.get().mint(who));
    }

    static void refused(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("/problems/" + slug);
    }
}
