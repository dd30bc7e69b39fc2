package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.testing.TestIssuer;
import io.hairline.treatment.photo.image.Pictures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One page about earlier work for the practitioner who goes on with it elsewhere. */
@OnTreatment
class MatchCardIT extends TreatmentScenario {

    @Test
    void tellsTheNextClinicHowTheColourWasMadeAndWhatItLacks() throws Exception {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("1.50")).status()).isEqualTo(200);
        healed(session, 75);
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(40)));
        AppointmentId visit = others.appointment(client.value(), client, others.slot(elsewhere, "TOUCH_UP"));

        Answer card = calls.get(elsewhere.artist(), "/match-card?appointmentId=" + visit);

        assertThat(card.status()).as(card.body().toString()).isEqualTo(200);
        assertThat(card.text("/last/sessionId")).isEqualTo(session);
        assertThat(card.text("/last/zones/0/zone")).isEqualTo("CROWN");
        assertThat(card.text("/last/needleConfiguration")).isEqualTo("3RL");
        assertThat(card.body().at("/last/depthMillimetres").decimalValue()).isEqualByComparingTo("0.6");
        assertThat(card.body().at("/last/shades/0/dilution").decimalValue()).isEqualByComparingTo("12");
        assertThat(card.body().at("/last/shades/0/inStock").asBoolean()).isFalse();
        assertThat(card.body().at("/retentionPercent").asInt()).isEqualTo(75);
        assertThat(card.text("/healedPhotos/0/angle")).isEqualTo("TOP");
        assertThat(card.body().at("/warnings").toString()).contains("PIGMENT_NOT_IN_STOCK");
        assertThat(card.body().toString()).doesNotContain(CANARY);

        Map<String, Object> delivery = new HashMap<>(Ready.lot(elsewhere, "PIGMENT", "10"));
        delivery.put("product", "GRAPHITE ");
        created(calls.post(elsewhere.artist(), "/lots", delivery));
        assertThat(calls.get(elsewhere.artist(), "/match-card?appointmentId=" + visit)
                        .body()
                        .at("/warnings")
                        .toString())
                .as("another batch of the same product, however it is typed")
                .doesNotContain("PIGMENT_NOT_IN_STOCK");
        assertThat(calls.get(client.value(), "/access-log?clientId=" + client)
                        .body()
                        .toString())
                .contains("MATCH_CARD");
    }

    @Test
    void isOpenedWithItsHealedPhotosByAPassForItAlone() throws Exception {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        healed(session, 75);
        Map<String, String> before = Map.of("clientId", client.value(), "angle", "TOP", "stage", "BEFORE");
        String other = created(send(clinic.artist(), before, Pictures.of("jpg", 10, 9)))
                .id();
        AppointmentId visit = others.appointment(elsewhere, client, "TOUCH_UP");
        String path = "/match-card?appointmentId=" + visit;
        assertThat(calls.get(elsewhere.artist(), path).body().at("/last").isNull())
                .isTrue();

        created(calls.post(
                client.value(),
                "/sharing-passes",
                Map.of("clientId", client.value(), "purpose", "MATCH_CARD", "appointmentId", visit.value())));

        Answer card = calls.get(elsewhere.artist(), path);
        assertThat(card.text("/last/sessionId")).isEqualTo(session);
        assertThat(card.body().at("/whole").asBoolean()).isTrue();
        assertThat(picture(card.text("/healedPhotos/0/id"))).isEqualTo(200);
        assertThat(picture(other)).isEqualTo(404);
        refused(calls.get(elsewhere.artist(), "/sessions/" + session), 404, "not-found");
        assertThat(calls.get(elsewhere.artist(), "/charts/" + client).body().at("/sessions"))
                .as("its own entries, of which there are none")
                .isEmpty();
        assertThat(calls.get(client.value(), "/access-log?clientId=" + client)
                        .body()
                        .toString())
                .contains("HEALED_PHOTO", "\"purpose\":\"MATCH_CARD\"");
    }

    @Test
    void isOpenedByAPassToAClinicWithoutAnAppointmentAndSaysWhatThatClinicLacks() {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        String path = "/match-card?clientId=" + client + "&clinicId=" + elsewhere.id();
        refused(calls.get(elsewhere.artist(), path), 404, "not-found");

        String pass = shareElsewhere("MATCH_CARD");

        Answer card = calls.get(elsewhere.artist(), path);
        assertThat(card.text("/last/sessionId")).isEqualTo(session);
        assertThat(card.body().at("/appointmentId").isNull()).isTrue();
        assertThat(card.text("/clinicId")).isEqualTo(elsewhere.id().value());
        assertThat(card.body().at("/warnings").toString()).contains("PIGMENT_NOT_IN_STOCK");
        created(calls.post(elsewhere.artist(), "/lots", Ready.lot(elsewhere, "PIGMENT", "10")));
        assertThat(calls.get(elsewhere.artist(), path).body().at("/warnings").toString())
                .doesNotContain("PIGMENT_NOT_IN_STOCK");
        assertThat(calls.get(client.value(), "/access-log?clientId=" + client).text("/items/0/passId"))
                .isEqualTo(pass);

        refused(calls.get(elsewhere.artist(), "/match-card?clientId=" + client), 400, "invalid-input");
        for (String besides : List.of("clientId=" + client, "clinicId=" + elsewhere.id())) {
            AppointmentId visit = others.appointment(elsewhere, client, "TOUCH_UP");
            Answer both = calls.get(elsewhere.artist(), "/match-card?appointmentId=" + visit + "&" + besides);
            refused(both, 400, "invalid-input");
            assertThat(both.text("/errors/0/field")).isEqualTo("appointmentId");
        }
        refused(
                calls.get(elsewhere.artist(), "/match-card?clientId=" + client + "&clinicId=" + clinic.id()),
                404,
                "not-found");
        refused(calls.get(elsewhere.desk(), path), 403, "forbidden");
    }

    private int picture(String photo) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/photos/" + photo))
                                .header(
                                        "Authorization",
                                        "Bearer " + TestIssuer.get().mint(elsewhere.artist()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void saysHowEachZoneWasLeftByTheCourseAndWhichLotsAreHeldBackSince() {
        Map<String, Object> first = work("0.50");
        first.put("zones", List.of(Map.of("zone", "CROWN", "density", 60), Map.of("zone", "FORELOCK", "density", 80)));
        assertThat(complete(started("PERMANENT", "SESSION_1", "SESSION_2"), first)
                        .status())
                .isEqualTo(200);
        String firstPigment = pigment;
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(12)));
        pigment = ready.lotOf(clinic, "PIGMENT", "5");
        String second =
                created(start(others.appointment(clinic, client, "SESSION_2"))).id();
        assertThat(complete(second, work("0.50")).status()).isEqualTo(200);
        AppointmentId visit = others.appointment(client.value(), client, others.slot(elsewhere, "TOUCH_UP"));
        String path = "/match-card?appointmentId=" + visit;

        JsonNode card = calls.get(elsewhere.artist(), path).body();

        assertThat(card.at("/zones").findValuesAsString("zone")).containsExactly("CROWN", "FORELOCK");
        assertThat(card.at("/zones").findValuesAsString("density")).containsExactly("120", "80");
        assertThat(card.at("/zones").findValuesAsString("serviceCode")).containsExactly("SESSION_2", "SESSION_1");
        assertThat(card.at("/heldLots")).isEmpty();

        assertThat(calls.post(clinic.artist(), "/lots/" + firstPigment + "/quarantine", Map.of("reasonCode", "DAMAGED"))
                        .status())
                .isEqualTo(200);
        created(calls.post(
                others.boss(),
                "/recalls",
                Map.of(
                        "maker", "Fine Pigments",
                        "product", "Graphite",
                        "lotNumber", lot(pigment).at("/lotNumber").asString(),
                        "reason", "Bacteria were found.")));
        card = calls.get(elsewhere.artist(), path).body();
        assertThat(card.at("/heldLots").findValuesAsString("status")).containsExactly("RECALLED", "QUARANTINED");
        assertThat(card.at("/last/shades/0/heldStatus").asString()).isEqualTo("RECALLED");
        assertThat(card.at("/warnings").toString()).contains("LOT_RECALLED", "LOT_QUARANTINED");
    }

    @Test
    void saysNothingOfWorkThatTheClientHasNotShared() {
        assertThat(complete(started("PERMANENT", "SESSION_1"), work("0.50")).status())
                .isEqualTo(200);
        AppointmentId visit = others.appointment(elsewhere, client, "TOUCH_UP");

        Answer card = calls.get(elsewhere.artist(), "/match-card?appointmentId=" + visit);

        assertThat(card.status()).isEqualTo(200);
        assertThat(card.body().at("/last").isNull()).isTrue();
        assertThat(card.body().at("/zones")).isEmpty();
        assertThat(card.body().at("/warnings").toString()).contains("NOTHING_TO_MATCH", "NO_HEALED_PHOTO");
        assertThat(calls.get(clinic.artist(), "/match-card?appointmentId=" + visit)
                        .problem())
                .as("an appointment of another clinic looks like one that booking is yet to tell of")
                .isEqualTo("/problems/not-yet-known");
        assertThat(calls.get(elsewhere.desk(), "/match-card?appointmentId=" + visit)
                        .status())
                .isEqualTo(403);
        assertThat(calls.get(client.value(), "/match-card?appointmentId=" + visit)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void carriesTheHairlineThatTheClientApproved() {
        AppointmentId consultation = others.appointment(clinic, client, "CONSULTATION");
        Map<String, Object> held = new HashMap<>(Map.of(
                "appointmentId",
                consultation.value(),
                "indication",
                "ALOPECIA",
                "fitzpatrick",
                "II",
                "skin",
                "OILY",
                "goals",
                "as before"));
        held.put("hairLoss", Map.of("sinceYear", 2998));
        assertThat(calls.post(clinic.artist(), "/consultations", held).text("/errors/0/field"))
                .isEqualTo("hairLoss.sinceYear");
        held.put(
                "hairLoss",
                Map.of("sinceYear", 2015, "course", "SLOW", "earlierTreatments", List.of("MINOXIDIL"), "note", CANARY));
        held.put("wish", Map.of("density", "LIGHT", "colour", "DARK_BROWN"));
        held.put("examination", Map.of("note", "dry"));
        assertThat(calls.post(clinic.artist(), "/consultations", held).text("/errors/0/field"))
                .isEqualTo("examination.signs");
        held.put("examination", Map.of("signs", List.of("SCAR_TISSUE", "SCAR_TISSUE"), "note", CANARY));
        held.put("expectations", Map.of("clientSaid", "Like at twenty.", "toldRealistic", "Like at thirty."));
        held.put("hairline", Map.of("style", "SOFT", "approvedByClient", false));
        assertThat(calls.post(clinic.artist(), "/consultations", held).text("/errors/0/field"))
                .isEqualTo("hairline.approvedByClient");
        held.put(
                "hairline",
                Map.of("style", "SOFT", "browDistanceMillimetres", 68, "shade", "S3", "approvedByClient", true));
        created(calls.post(clinic.artist(), "/consultations", held));

        AppointmentId session = others.appointment(clinic, client, "SESSION_1");
        Answer card = calls.get(clinic.artist(), "/match-card?appointmentId=" + session);

        assertThat(card.text("/hairline/style")).isEqualTo("SOFT");
        assertThat(card.body().at("/hairline/browDistanceMillimetres").asInt()).isEqualTo(68);
        assertThat(card.text("/hairline/shade")).isEqualTo("S3");
        Answer chart = calls.get(clinic.artist(), "/charts/" + client);
        assertThat(chart.text("/consultations/0/hairLoss/earlierTreatments/0")).isEqualTo("MINOXIDIL");
        assertThat(chart.text("/consultations/0/wish/density")).isEqualTo("LIGHT");
        assertThat(chart.text("/consultations/0/wish/colour")).isEqualTo("DARK_BROWN");
        assertThat(chart.body().at("/consultations/0/examination/signs")).hasSize(1);
        assertThat(chart.text("/consultations/0/examination/note")).isEqualTo(CANARY);
        assertThat(chart.body().at("/consultations/0/wish/shape").isNull()).isTrue();
        assertThat(chart.text("/consultations/0/expectations/toldRealistic")).isEqualTo("Like at thirty.");
        assertThat(stored(CANARY)).isEmpty();
    }
}
