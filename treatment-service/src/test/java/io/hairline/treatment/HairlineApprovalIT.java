package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.treatment.photo.image.Pictures;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The client signs the hairline before the first needle, and again if it is drawn anew. */
@OnTreatment
class HairlineApprovalIT extends TreatmentScenario {

    private static final Map<String, Object> SOFT = Map.of("style", "SOFT", "shade", CANARY);
    private static final Map<String, Object> SIGNED = Map.of("signature", Map.of("signedName", "Robin Test"));

    @Test
    void isAskedForBeforeTheFirstSessionOfTheCourse() {
        String drawn = drawn();
        AppointmentId first = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("MISSING");
        assertThat(step("HAIRLINE", first).at("/who").asString()).isEqualTo("CLIENT");
        refused(start(first), 409, "not-ready");

        Answer approved = created(sign(client.value(), drawn, SIGNED));

        assertThat(approved.text("/design/style")).isEqualTo("SOFT");
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("DONE");
        assertThat(eventsOf(approved.id())).containsExactly("treatment.HairlineApproved.v1");
        assertThat(stored(CANARY)).isEmpty();
        Answer chart = calls.get(clinic.artist(), "/charts/" + client);
        assertThat(chart.text("/hairlineApprovals/0/consultationId")).isEqualTo(drawn);
        assertThat(chart.text("/hairlineApprovals/0/approvedAt")).isNotBlank();
        refused(sign(client.value(), drawn, SIGNED), 409, "illegal-move");
        created(start(first));
    }

    @Test
    void isAskedForAgainWhenTheHairlineIsCorrected() {
        String drawn = drawn();
        created(sign(clinic.artist(), drawn, SIGNED));
        AppointmentId first = others.appointment(clinic, client, "SESSION_1");
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("DONE");

        correct(
                drawn,
                Map.of("style", "SOFT", "shade", CANARY, "approvedByClient", true),
                "Thinner than noted.",
                "DRY");
        assertThat(stateOf("HAIRLINE", first)).as("the same line").isEqualTo("DONE");
        correct(drawn, Map.of("style", "SHARP", "shade", CANARY), "Drawn anew.", "DRY");

        assertThat(stateOf("HAIRLINE", first)).isEqualTo("MISSING");
        refused(calls.post(client.value(), path(drawn), SIGNED, Map.of("If-Match", "\"2\"")), 412, "stale-version");
        created(calls.post(client.value(), path(drawn), SIGNED, Map.of("If-Match", "\"3\"")));
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("DONE");
        Answer chart = calls.get(client.value(), "/charts/" + client);
        assertThat(chart.body().at("/hairlineApprovals"))
                .extracting(it -> it.at("/design/style").asString())
                .containsExactly("SHARP", "SOFT");
    }

    @Test
    void isAskedForWhenTheHairlineIsCorrectedAwayUntilSomebodyAnswersForNone() {
        String drawn = drawn();
        AppointmentId first = others.appointment(clinic, client, "SESSION_1");

        correct(drawn, null, "Another client's line.", "DRY");

        assertThat(stateOf("HAIRLINE", first)).isEqualTo("MISSING");
        assertThat(step("HAIRLINE", first).at("/who").asString()).isEqualTo("PRACTITIONER");
        assertThat(step("HAIRLINE", first).at("/reasonCode").asString()).isEqualTo("HAIRLINE_REMOVED");
        assertThat(step("HAIRLINE", first).at("/detail").asString()).contains("Draw it there again", "override");
        refused(start(first), 409, "not-ready");

        Answer answered = calls.post(
                clinic.artist(),
                "/readiness/" + first + "/override",
                Map.of("stepCode", "HAIRLINE", "reason", "The crown alone is treated."));
        assertThat(answered.status()).as(answered.body().toString()).isEqualTo(200);
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("OVERRIDDEN");
        created(start(first));
    }

    @Test
    void isAskedForAnewWhenASignedHairlineIsCorrectedAway() {
        String drawn = drawn();
        created(sign(client.value(), drawn, SIGNED));
        AppointmentId first = others.appointment(clinic, client, "SESSION_1");

        correct(drawn, null, "Another client's line.", "DRY");
        assertThat(stateOf("HAIRLINE", first)).isEqualTo("MISSING");

        correct(drawn, SOFT, "It was this client's line.", "DRY");
        assertThat(stateOf("HAIRLINE", first)).as("what the client has signed").isEqualTo("DONE");
    }

    @Test
    void isForTheClientAndThoseWhoTreatThere() {
        String drawn = drawn();
        String blank = "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.png(10, 10, 310));

        refused(sign(others.client(clinic).value(), drawn, SIGNED), 404, "not-found");
        refused(sign(elsewhere.artist(), drawn, SIGNED), 404, "not-found");
        refused(sign(clinic.desk(), drawn, SIGNED), 403, "forbidden");
        refused(sign(clinic.regionManager(), drawn, SIGNED), 403, "forbidden");
        refused(sign(client.value(), "con_01kbq61sqb2c638j8sdx0r8hnw", SIGNED), 404, "not-found");
        refused(sign(client.value(), drawn, Map.of()), 400, "invalid-input");
        Answer empty =
                sign(client.value(), drawn, Map.of("signature", Map.of("signedName", "Robin Test", "drawing", blank)));
        refused(empty, 400, "invalid-input");
        assertThat(empty.text("/errors/0/field")).isEqualTo("signature.drawing");
        refused(
                sign(client.value(), drawn, Map.of("signature", Map.of("signedName", "Somebody Else"))),
                422,
                "signature-mismatch");

        assertThat(mongo.getCollection("hairline_approvals").countDocuments(new Document("clientId", client.value())))
                .isZero();
    }

    @Test
    void isNotAskedForWhereNoneWasDrawn() {
        readyFor("PERMANENT", "SESSION_1");
        String undrawn = consultationIn(null);
        AppointmentId first = others.appointment(clinic, client, "SESSION_1");

        assertThat(calls.get(clinic.desk(), "/readiness/" + first)
                        .body()
                        .at("/steps")
                        .toString())
                .doesNotContain("HAIRLINE");
        refused(sign(client.value(), undrawn, SIGNED), 409, "illegal-move");
        created(start(first));
    }

    /** A consultation with a hairline, and an accepted plan that rests on it. */
    private String drawn() {
        ready.papersOf(client, clinic);
        AppointmentId held = ready.consultationOf(client, clinic, SOFT);
        ready.planOf(client, clinic, held, "PERMANENT", List.of("SESSION_1"));
        return consultationIn(held);
    }

    private String consultationIn(@Nullable AppointmentId appointment) {
        Document wanted = new Document("clientId", client.value());
        if (appointment != null) {
            wanted.append("appointmentId", appointment.value());
        }
        Document found = mongo.getCollection("consultations").find(wanted).first();
        assertThat(found).isNotNull();
        return String.valueOf(found == null ? null : found.getString("_id"));
    }

    private void correct(String consultation, @Nullable Map<String, Object> hairline, String reason, String skin) {
        Map<String, Object> right = new HashMap<>(Ready.findings());
        if (hairline != null) {
            right.put("hairline", hairline);
        }
        right.put("skin", skin);
        right.put("reason", reason);
        Answer answer = calls.call(clinic.artist(), "PUT", "/consultations/" + consultation, right, Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private Answer sign(String who, String consultation, Map<String, Object> body) {
        return calls.post(who, path(consultation), body);
    }

    private static String path(String consultation) {
        return "/consultations/" + consultation + "/hairline-approval";
    }
}
