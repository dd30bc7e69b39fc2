package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.treatment.photo.image.Pictures;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The photo of the drawn line belongs to what the client signs: which may be named, what is kept, and what follows when it is gone. */
@OnTreatment
class HairlinePhotoIT extends TreatmentScenario {

    private static final Map<String, Object> SIGNED = Map.of("signature", Map.of("signedName", "Robin Test"));

    private AppointmentId consultation;

    @BeforeEach
    void consult() {
        ready.papersOf(client, clinic);
        agree("CLINICAL_PHOTO");
        consultation = others.appointment(clinic, client, "CONSULTATION");
    }

    @Test
    void isKeptWithTheSignatureAsItWasSigned() throws Exception {
        String photo = photo(20);
        String drawn = created(record(photo)).id();

        Answer approved = created(sign(drawn));

        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(picture(client.value(), photo).body()));
        assertThat(approved.text("/design/photoId")).isEqualTo(photo);
        assertThat(approved.text("/photo/photoId")).isEqualTo(photo);
        assertThat(approved.text("/photo/sha256")).isEqualTo(digest);
        assertThat(approved.body().at("/photo/withdrawn").asBoolean(true)).isFalse();
        assertThat(stored(digest)).as("the digest is sealed").isEmpty();
        Answer chart = calls.get(client.value(), "/charts/" + client);
        assertThat(chart.text("/consultations/0/hairline/photoId")).isEqualTo(photo);
        assertThat(chart.text("/hairlineApprovals/0/photo/sha256")).isEqualTo(digest);
    }

    @Test
    void isSignedAnewWhenTheLineIsShownByAnotherOne() throws Exception {
        String drawn = created(record(photo(20))).id();
        ready.planOf(client, clinic, consultation, "PERMANENT", List.of("SESSION_1"));
        AppointmentId first = others.appointment(clinic, client, "SESSION_1");
        created(sign(drawn));
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("DONE");

        assertThat(correct(drawn, photo(21), "DRY").status()).isEqualTo(200);

        assertThat(stateOf("HAIRLINE", first)).isEqualTo("MISSING");
        created(sign(drawn));
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("DONE");
    }

    @Test
    void leavesTheSignatureValidWhenItIsTakenOutOfTheChart() throws Exception {
        String photo = photo(20);
        String drawn = created(record(photo)).id();
        ready.planOf(client, clinic, consultation, "PERMANENT", List.of("SESSION_1"));
        AppointmentId first = others.appointment(clinic, client, "SESSION_1");
        String digest = created(sign(drawn)).text("/photo/sha256");

        withdraw(photo);

        assertThat(stateOf("HAIRLINE", first)).isEqualTo("DONE");
        Answer chart = calls.get(client.value(), "/charts/" + client);
        assertThat(chart.body().at("/hairlineApprovals/0/photo/withdrawn").asBoolean())
                .isTrue();
        assertThat(chart.text("/hairlineApprovals/0/photo/sha256")).isEqualTo(digest);
        assertThat(chart.body().at("/consultations/0/hairlinePhotoWithdrawn").asBoolean())
                .isTrue();
        assertThat(correct(drawn, photo, "DRY").status())
                .as("what else was found is put right without naming another photo")
                .isEqualTo(200);
        assertThat(calls.get(client.value(), "/charts/" + client)
                        .body()
                        .at("/consultations/0/corrections/0/hairlinePhotoWithdrawn")
                        .asBoolean())
                .isTrue();
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("DONE");
    }

    @Test
    void isNotSignedWhenItIsOutOfTheChartBefore() throws Exception {
        String photo = photo(20);
        String drawn = created(record(photo)).id();
        withdraw(photo);

        Answer refused = sign(drawn);

        refused(refused, 409, "illegal-move");
        assertThat(refused.text("/detail")).contains("taken out of the chart");
        assertThat(correct(drawn, photo(21), "DRY").status()).isEqualTo(200);
        created(sign(drawn));
    }

    @Test
    void isOneOfTheClientsThatTheAuthorMayRead() throws Exception {
        String gone = photo(20);
        withdraw(gone);
        others.appointment(elsewhere, client, "TOUCH_UP");
        String elsewheres = created(send(elsewhere.artist(), form(client.value()), Pictures.of("jpg", 22, 9)))
                .id();
        client = others.client(clinic);
        agree("CLINICAL_PHOTO");
        String strangers = photo(23);
        List<String> wrong = List.of(gone, elsewheres, strangers, Ids.next("pho"));

        wrong.forEach(it -> invalid(record(it)));
        assertThat(mongo.getCollection("consultations")
                        .countDocuments(new Document("appointmentId", consultation.value())))
                .isZero();
        String drawn = created(record(null)).id();
        wrong.forEach(it -> invalid(correct(drawn, it, "DRY")));
        assertThat(eventsOf(drawn)).containsExactly("treatment.ConsultationRecorded.v1");
    }

    @Test
    void isAnsweredAsAtFirstWhenItsRequestsComeAgainAfterItIsGone() throws Exception {
        String photo = photo(20);
        Map<String, Object> found = found(photo);
        found.put("appointmentId", consultation.value());
        Map<String, String> key = Map.of("Idempotency-Key", "drawn-" + photo);
        String drawn = created(calls.post(clinic.artist(), "/consultations", found, key))
                .id();
        String path = "/consultations/" + drawn + "/hairline-approval";
        String approval = created(calls.post(client.value(), path, SIGNED, key)).id();
        withdraw(photo);

        assertThat(created(calls.post(clinic.artist(), "/consultations", found, key))
                        .id())
                .isEqualTo(drawn);
        assertThat(created(calls.post(client.value(), path, SIGNED, key)).id()).isEqualTo(approval);
    }

    private static void invalid(Answer answer) {
        refused(answer, 400, "invalid-input");
        assertThat(answer.text("/errors/0/field")).isEqualTo("hairline.photoId");
    }

    private Answer record(@Nullable String photo) {
        Map<String, Object> held = found(photo);
        held.put("appointmentId", consultation.value());
        return calls.post(clinic.artist(), "/consultations", held);
    }

    private Answer correct(String consultationId, String photo, String skin) {
        Map<String, Object> right = found(photo);
        right.put("skin", skin);
        right.put("reason", "Noted wrongly before.");
        return calls.call(clinic.artist(), "PUT", "/consultations/" + consultationId, right, Map.of());
    }

    private static Map<String, Object> found(@Nullable String photo) {
        Map<String, Object> line = new HashMap<>(Map.of("style", "SOFT"));
        if (photo != null) {
            line.put("photoId", photo);
        }
        Map<String, Object> found = new HashMap<>(Ready.findings());
        found.put("hairline", line);
        return found;
    }

    private Answer sign(String consultationId) {
        return calls.post(client.value(), "/consultations/" + consultationId + "/hairline-approval", SIGNED);
    }

    private String photo(int width) throws Exception {
        return created(send(clinic.artist(), form(client.value()), Pictures.of("jpg", width, 9)))
                .id();
    }

    private static Map<String, String> form(String client) {
        return Map.of("clientId", client, "angle", "FRONT", "stage", "BEFORE");
    }

    private void withdraw(String photo) {
        Answer withdrawn =
                calls.post(clinic.artist(), "/photos/" + photo + "/withdraw", Map.of("reasonCode", "WRONG_PLACE"));
        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(200);
    }
}
