package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.treatment.photo.image.Pictures;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** Photos from a phone to the database and back: who may, what is refused, and what anybody with the database alone sees. */
@OnTreatment
class PhotoIT extends TreatmentScenario {

    private static final String LOCATION = "canary-51.5033N";

    @Test
    void storesAPhotoSealedAndWithoutWhatItsFileSaysBesideIt() throws Exception {
        agree("CLINICAL_PHOTO");
        byte[] picture = Pictures.withExif(Pictures.of("jpg", 640, 480), 1, LOCATION);

        Answer stored = send(clinic.artist(), form(), picture);

        assertThat(stored.status()).as(stored.body().toString()).isEqualTo(201);
        assertThat(stored.body().at("/width").asInt()).isEqualTo(640);
        HttpResponse<byte[]> shown = picture(client.value(), stored.id());
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getHeight())
                .isEqualTo(480);
        assertThat(new String(shown.body(), ISO_8859_1))
                .doesNotContain(LOCATION)
                .doesNotContain("Exif");
        byte[] middle = Arrays.copyOfRange(shown.body(), shown.body().length / 2, shown.body().length / 2 + 64);
        assertThat(pieces(stored.id())).isNotEmpty();
        assertThat(String.join("", pieces(stored.id())))
                .doesNotContain(LOCATION)
                .doesNotContain("JFIF")
                .doesNotContain(new String(middle, ISO_8859_1));
        assertThat(calls.get(client.value(), "/charts/" + client).text("/photos/0/id"))
                .isEqualTo(stored.id());
    }

    @Test
    void countsTheNeedlesAndShowsWhatTheyAreSuspectedOfWithItsPhotos() throws Exception {
        agree("CLINICAL_PHOTO");
        String photo = created(send(clinic.artist(), form(), Pictures.of("png", 60, 40)))
                .id();
        Map<String, Object> report = new HashMap<>(Map.of(
                "clientId",
                client.value(),
                "needleLotId",
                needles,
                "photoIds",
                List.of(photo),
                "severity",
                "MODERATE",
                "description",
                CANARY + " infection"));
        Answer reported = created(calls.post(clinic.artist(), "/adverse-events", report));
        assertThat(reported.text("/needleLotId")).isEqualTo(needles);
        assertThat(reported.text("/photoIds/0")).isEqualTo(photo);
        assertThat(calls.get(client.value(), "/adverse-events?clientId=" + client)
                        .text("/items/0/photoIds/0"))
                .isEqualTo(photo);
        String lotNumber = lot(needles).at("/lotNumber").asString();
        assertThat(reported.text("/batches/0/lotNumber")).isEqualTo(lotNumber);
        assertThat(calls.get(others.boss(), "/adverse-event-reports/lots?limit=200")
                        .body()
                        .at("/items")
                        .findValuesAsString("lotNumber"))
                .contains(lotNumber);

        report.put("needleLotId", pigment);
        refused(calls.post(clinic.artist(), "/adverse-events", report), 400, "invalid-input");
        report.put("needleLotId", needles);
        report.put("photoIds", List.of(Ids.next("pho")));
        refused(calls.post(clinic.artist(), "/adverse-events", report), 400, "invalid-input");
    }

    @Test
    void answersAHarmAndADoctorsNoteAsAtFirstWhenTheyComeAgainAfterTheirPhotoIsGone() throws Exception {
        agree("CLINICAL_PHOTO");
        String photo = created(send(clinic.artist(), form(), Pictures.of("png", 61, 40)))
                .id();
        Map<String, Object> harm = Map.of(
                "clientId",
                client.value(),
                "lotId",
                pigment,
                "photoIds",
                List.of(photo),
                "severity",
                "MILD",
                "description",
                "It is red.");
        LocalDate today = LocalDate.ofInstant(clock.instant(), Others.ZONE);
        Map<String, Object> note = Map.of(
                "doctor",
                "Dr. Test",
                "findings",
                List.of("DIABETES"),
                "datedOn",
                today.toString(),
                "validUntil",
                today.plusDays(20).toString(),
                "photoId",
                photo);
        Map<String, String> key = Map.of("Idempotency-Key", "again-" + photo);
        String notes = "/charts/" + client + "/doctors-notes";
        Answer reported = created(calls.post(clinic.artist(), "/adverse-events", harm, key));
        Answer noted = created(calls.post(clinic.artist(), notes, note, key));
        assertThat(calls.post(clinic.artist(), "/photos/" + photo + "/withdraw", Map.of("reasonCode", "WRONG_PLACE"))
                        .status())
                .isEqualTo(200);

        assertThat(created(calls.post(clinic.artist(), "/adverse-events", harm, key))
                        .body())
                .isEqualTo(reported.body());
        assertThat(created(calls.post(clinic.artist(), notes, note, key)).id()).isEqualTo(noted.id());
    }

    @Test
    void storesTheSamePhotoOnce() throws Exception {
        agree("CLINICAL_PHOTO");
        byte[] picture = Pictures.of("png", 40, 40);

        String first = created(send(clinic.artist(), form(), picture)).id();
        String again = created(send(clinic.artist(), form(), picture)).id();

        assertThat(again).isEqualTo(first);
        assertThat(calls.get(client.value(), "/photos?clientId=" + client)
                        .body()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void takesAPhotoOutOfTheChartAndDeletesItsPicture() throws Exception {
        agree("CLINICAL_PHOTO");
        byte[] picture = Pictures.of("png", 50, 40);
        String photo = created(send(clinic.artist(), form(), picture)).id();
        Map<String, String> wrong = Map.of("reasonCode", "WRONG_PLACE");

        assertThat(calls.post(elsewhere.artist(), "/photos/" + photo + "/withdraw", wrong)
                        .status())
                .isEqualTo(404);
        assertThat(calls.post(client.value(), "/photos/" + photo + "/withdraw", wrong)
                        .status())
                .isEqualTo(403);
        Answer unknown = calls.post(clinic.artist(), "/photos/" + photo + "/withdraw", Map.of("reasonCode", "UGLY"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("/errors/0/field")).isEqualTo("reasonCode");
        for (String without : List.of("{}", "{\"reasonCode\":null}")) {
            Answer refused = calls.post(clinic.artist(), "/photos/" + photo + "/withdraw", without);
            refused(refused, 400, "invalid-input");
            assertThat(refused.text("/errors/0/field")).isEqualTo("reasonCode");
        }
        assertThat(picture(clinic.artist(), photo).statusCode()).isEqualTo(200);

        assertThat(calls.post(clinic.artist(), "/photos/" + photo + "/withdraw", wrong)
                        .status())
                .isEqualTo(200);

        assertThat(picture(clinic.artist(), photo).statusCode()).isEqualTo(404);
        assertThat(calls.get(client.value(), "/photos?clientId=" + client)
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(calls.get(client.value(), "/charts/" + client).body().at("/photos"))
                .isEmpty();
        assertThat(mongo.getCollection("photo_pieces").countDocuments()).isEqualTo(piecesOfKnownPhotos());
        assertThat(calls.post(clinic.artist(), "/photos/" + photo + "/withdraw", wrong)
                        .problem())
                .isEqualTo("/problems/illegal-move");
        assertThat(created(send(clinic.artist(), form(), picture)).id())
                .as("the same picture for the right place")
                .isNotEqualTo(photo);
    }

    @Test
    void needsTheClientsConsent() throws Exception {
        agree("TREATMENT");

        Answer refused = send(clinic.artist(), form(), Pictures.of("jpg", 8, 8));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/consent-missing");
    }

    @Test
    void refusesWhatIsNoPhotoNamesTheFieldAndStoresNothing() throws Exception {
        agree("CLINICAL_PHOTO");
        byte[] jpeg = Pictures.of("jpg", 400, 400);

        refused("file", send(clinic.artist(), form(), "<svg/>".getBytes(ISO_8859_1)));
        refused("file", send(clinic.artist(), form(), Arrays.copyOf(jpeg, jpeg.length / 2)));
        refused("file", send(clinic.artist(), form(), Pictures.png(60_000, 60_000, 1)));
        refused("file", send(clinic.artist(), form(), Pictures.png(10, 10, 50_000_000)));
        refused("file", send(clinic.artist(), form(), Pictures.large(25 * 1024 * 1024 + 1)));
        refused("angle", send(clinic.artist(), with("angle", "BELOW"), jpeg));
        refused("stage", send(clinic.artist(), with("stage", ""), jpeg));
        refused("clientId", send(clinic.artist(), with("clientId", "cli_1"), jpeg));
        refused("sessionId", send(clinic.artist(), with("sessionId", "ses_01kba0eynnwbn2b1f39pan9pkj"), jpeg));
        refused("(body)", send(clinic.artist(), with("note", "x"), jpeg));

        assertThat(calls.get(client.value(), "/photos?clientId=" + client)
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(mongo.getCollection("photo_pieces").countDocuments()).isEqualTo(piecesOfKnownPhotos());
    }

    @Test
    void opensToThoseWhoMayReadTheChartAndSaysSoInTheAccessLog() throws Exception {
        agree("CLINICAL_PHOTO");
        byte[] jpeg = Pictures.of("jpg", 8, 8);
        String photo = created(send(client.value(), form(), jpeg)).id();

        assertThat(picture(clinic.artist(), photo).statusCode()).isEqualTo(200);
        assertThat(picture(clinic.desk(), photo).statusCode()).isEqualTo(403);
        assertThat(picture(elsewhere.artist(), photo).statusCode()).isEqualTo(404);
        assertThat(picture(others.client(clinic).value(), photo).statusCode()).isEqualTo(404);
        Answer beyond = send(elsewhere.artist(), form(), jpeg);
        assertThat(beyond.problem()).isEqualTo("/problems/not-yet-known");
        assertThat(send(elsewhere.artist(), with("clientId", "cli_01kbq0bxjpyn7zks93n4sfgy23"), jpeg)
                        .body())
                .as("like a client who isn't there")
                .isEqualTo(beyond.body());
        assertThat(send(clinic.desk(), form(), Pictures.large(5_000_000)).status())
                .as("heard although it is refused before it is read")
                .isEqualTo(403);
        assertThat(send(others.client(clinic).value(), form(), jpeg).status()).isEqualTo(404);
        JsonNode log = calls.get(client.value(), "/access-log?clientId=" + client)
                .body()
                .at("/items");
        assertThat(log).hasSize(1);
        assertThat(log.at("/0/what").asString()).isEqualTo("PHOTO");
        assertThat(log.at("/0/who").asString()).isEqualTo(clinic.artist());
    }

    @Test
    void releasesOrDelaysTheNextSessionByHowTheSkinHealed() throws Exception {
        ready.papersOf(client, clinic);
        ready.planOf(client, clinic, "PERMANENT", List.of("SESSION_1", "SESSION_2"));
        agree("CLINICAL_PHOTO");
        AppointmentId first = others.appointment(clinic, client, "SESSION_1");
        String session = created(calls.post(clinic.artist(), "/sessions", Map.of("appointmentId", first.value())))
                .id();
        Map<String, Object> seen = Map.of("sessionId", session, "result", "NOT_YET");
        assertThat(calls.post(clinic.artist(), "/healing-assessments", seen).status())
                .as("it is still going on")
                .isEqualTo(409);
        assertThat(calls.post(clinic.artist(), "/sessions/" + session + "/complete", work(needles, pigment))
                        .status())
                .isEqualTo(200);
        String early = created(send(clinic.artist(), with("stage", "HEALED"), Pictures.of("jpg", 9, 9)))
                .id();
        refused(calls.post(clinic.artist(), "/healing-assessments", healed(session, List.of(early))), 409, "too-early");
        assertThat(calls.get(clinic.artist(), "/sessions/" + session).text("/healedFrom"))
                .isEqualTo(LocalDate.ofInstant(clock.instant(), Others.ZONE)
                        .plusDays(7)
                        .toString());
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(6)));
        Answer stillEarly = calls.post(clinic.artist(), "/healing-assessments", healed(session, List.of(early)));
        refused(stillEarly, 409, "too-early");
        assertThat(stillEarly.text("/possibleFrom"))
                .isEqualTo(LocalDate.ofInstant(clock.instant(), Others.ZONE)
                        .plusDays(1)
                        .toString());
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(6)));
        AppointmentId second = others.appointment(clinic, client, "SESSION_2");
        assertThat(healingOf(second)).isEqualTo("DONE");

        String older = created(send(clinic.artist(), with("stage", "HEALED"), Pictures.of("jpg", 9, 8)))
                .id();
        created(calls.post(clinic.artist(), "/healing-assessments", seen));
        assertThat(healingOf(second)).isEqualTo("BLOCKED");
        refused("photoIds", calls.post(clinic.artist(), "/healing-assessments", healed(session, List.of(older))));
        assertThat(calls.post(clinic.artist(), "/sessions", Map.of("appointmentId", second.value()))
                        .problem())
                .isEqualTo("/problems/not-ready");

        refused("photoIds", calls.post(clinic.artist(), "/healing-assessments", healed(session, List.of())));
        String unlike = created(send(clinic.artist(), with("stage", "AFTER"), Pictures.of("jpg", 9, 9)))
                .id();
        refused("photoIds", calls.post(clinic.artist(), "/healing-assessments", healed(session, List.of(unlike))));
        assertThat(healingOf(second)).isEqualTo("BLOCKED");
        String photo = created(send(clinic.artist(), with("stage", "HEALED"), Pictures.of("jpg", 8, 9)))
                .id();
        Answer healed =
                created(calls.post(clinic.artist(), "/healing-assessments", healed(session, List.of(unlike, photo))));
        assertThat(healed.body().at("/retentionPercent").asInt()).isEqualTo(80);
        assertThat(healingOf(second)).isEqualTo("DONE");
        assertThat(calls.get(elsewhere.artist(), "/healing-assessments/" + healed.id())
                        .status())
                .isEqualTo(404);
        refused(
                "photoIds",
                calls.post(
                        clinic.artist(),
                        "/healing-assessments",
                        healed(session, List.of("pho_01kbqkz2600c6spzmfwrbz5xh6"))));
    }

    @Test
    void takesNoPhotoFromBeforeTheSessionForHealedSkin() throws Exception {
        readyFor("PERMANENT", "SESSION_1");
        agree("CLINICAL_PHOTO");
        String before = created(send(clinic.artist(), with("stage", "HEALED"), Pictures.of("jpg", 9, 9)))
                .id();
        String session =
                created(start(others.appointment(clinic, client, "SESSION_1"))).id();
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(8)));

        refused("photoIds", calls.post(clinic.artist(), "/healing-assessments", healed(session, List.of(before))));

        assertThat(calls.get(clinic.artist(), "/healing-assessments?clientId=" + client)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void countsFromTheLastSessionWhicheverIsAssessed() throws Exception {
        readyFor("PERMANENT", "SESSION_1", "SESSION_2");
        agree("CLINICAL_PHOTO");
        String first =
                created(start(others.appointment(clinic, client, "SESSION_1"))).id();
        assertThat(complete(first, work("0.50")).status()).isEqualTo(200);
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(12)));
        String second =
                created(start(others.appointment(clinic, client, "SESSION_2"))).id();
        assertThat(complete(second, work("0.50")).status()).isEqualTo(200);
        String photo = created(send(clinic.artist(), with("stage", "HEALED"), Pictures.of("jpg", 9, 9)))
                .id();

        refused(calls.post(clinic.artist(), "/healing-assessments", healed(first, List.of(photo))), 409, "too-early");
    }

    private static Map<String, Object> healed(String session, List<String> photos) {
        return Map.of("sessionId", session, "result", "HEALED", "photoIds", photos, "retentionPercent", 80);
    }

    private String healingOf(AppointmentId appointment) {
        for (JsonNode it :
                calls.get(clinic.artist(), "/readiness/" + appointment).body().at("/steps")) {
            if (it.at("/code").asString().equals("HEALING")) {
                return it.at("/state").asString();
            }
        }
        return "";
    }

    private static Map<String, Object> work(String needles, String pigment) {
        return Map.of(
                "zones",
                List.of(Map.of("zone", "CROWN", "density", 20)),
                "needle",
                Map.of("configuration", "3RL", "lotId", needles),
                "pigments",
                List.of(Map.of("lotId", pigment, "millilitres", 0.5, "dilution", 5)),
                "depthMillimetres",
                0.6,
                "painScore",
                2,
                "numbing",
                Map.of("used", false),
                "notes",
                "");
    }

    private Map<String, String> form() {
        return Map.of("clientId", client.value(), "angle", "FRONT", "stage", "BEFORE");
    }

    private Map<String, String> with(String field, String value) {
        Map<String, String> form = new HashMap<>(form());
        form.put(field, value);
        return form;
    }

    private static void refused(String field, Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).as(answer.body().toString()).isEqualTo(field);
    }

    private List<String> pieces(String photo) {
        return mongo
                .find(
                        Query.query(Criteria.where("_id").gte(photo + "/").lt(photo + "0")),
                        Document.class,
                        "photo_pieces")
                .stream()
                .map(it -> new String(it.get("data", Binary.class).getData(), ISO_8859_1))
                .toList();
    }

    private long piecesOfKnownPhotos() {
        return mongo.findAll(Document.class, "photos").stream()
                .filter(it -> it.get("withdrawal") == null)
                .mapToInt(it -> it.getInteger("pieces"))
                .sum();
    }
}
