package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lots and recalls: deliveries, corrections, transfers, and batches that are barred everywhere. */
@OnTreatment
class LotIT extends TreatmentScenario {

    @Test
    void takesNoLotThatIsNotTheClinicsOrNotUsableForAPatchTest() {
        Map<String, Object> expired = Ready.lot(clinic, "PIGMENT", "5");
        expired.put("expiresOn", "2020-01-31");
        Answer late = created(calls.post(clinic.artist(), "/lots", expired));
        assertThat(late.text("/status")).isEqualTo("EXPIRED");

        refused(patchTestWith(Ids.next("lot")), 400, "invalid-input");
        refused(patchTestWith(ready.lotOf(elsewhere, "PIGMENT", "5")), 400, "invalid-input");
        refused(patchTestWith(needles), 409, "lot-not-usable");
        refused(patchTestWith(late.id()), 409, "lot-not-usable");
        created(patchTestWith(pigment));
    }

    @Test
    void addsADeliveryOfABatchToTheLotThatTheClinicHas() {
        Map<String, Object> first = Ready.lot(clinic, "PIGMENT", "5");
        first.put("lotNumber", "RB-" + Ids.next("n"));
        Map<String, Object> second = new HashMap<>(first);
        second.put(
                "lotNumber",
                String.valueOf(first.get("lotNumber")).toUpperCase(Locale.ROOT).replace("-", " "));
        second.put("maker", "FINE pigments");

        Answer received = created(calls.post(clinic.artist(), "/lots", first));
        Answer more = calls.post(clinic.artist(), "/lots", second);

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.id()).isEqualTo(received.id());
        assertThat(more.text("/maker")).isEqualTo("Fine Pigments");
        assertThat(more.body().at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("10");
        assertThat(eventsOf(received.id())).containsExactly("treatment.LotReceived.v1", "treatment.LotReplenished.v1");
    }

    @Test
    void correctsHoldsBackMovesAndDisposesOfALot() {
        String lot = "/lots/" + pigment;
        Map<String, Object> right = Map.of("expiresOn", "2097-01-31", "reason", "Misread the label.");
        refused(calls.post(elsewhere.manager(), lot + "/correct", right), 404, "not-found");
        refused(calls.post(clinic.desk(), lot + "/correct", right), 403, "forbidden");
        Answer corrected = calls.post(clinic.artist(), lot + "/correct", right);
        assertThat(corrected.text("/expiresOn")).isEqualTo("2097-01-31");
        assertThat(corrected.text("/corrections/0/was/expiresOn")).isEqualTo("2098-06-30");

        assertThat(calls.post(clinic.artist(), lot + "/quarantine", Map.of("reasonCode", "DAMAGED"))
                        .text("/status"))
                .isEqualTo("QUARANTINED");
        refused(patchTestWith(pigment), 409, "lot-not-usable");
        assertThat(calls.post(clinic.manager(), lot + "/release", null).text("/status"))
                .isEqualTo("RECEIVED");

        Map<String, Object> some = Map.of("clinicId", elsewhere.id().value(), "millilitres", 4);
        refused(calls.post(clinic.manager(), lot + "/transfer", some), 404, "not-found");
        assertThat(calls.post(others.boss(), lot + "/transfer", some)
                        .body()
                        .at("/remainingMillilitres")
                        .decimalValue())
                .isEqualByComparingTo("6");
        assertThat(calls.get(elsewhere.desk(), "/lots?clinicId=" + elsewhere.id())
                        .body()
                        .at("/items/0/remainingMillilitres")
                        .decimalValue())
                .isEqualByComparingTo("4");
        assertThat(calls.post(clinic.artist(), lot + "/dispose", Map.of("reasonCode", "OTHER"))
                        .text("/status"))
                .isEqualTo("DISPOSED");
    }

    @Test
    void recallsABatchInEveryClinicAndTracksWhoKnows() {
        String boss = others.boss();
        Map<String, Object> batch = Ready.lot(clinic, "PIGMENT", "5");
        pigment = created(calls.post(clinic.artist(), "/lots", batch)).id();
        Map<String, Object> there = new HashMap<>(batch);
        there.put("clinicId", elsewhere.id().value());
        there.put("lotNumber", String.valueOf(batch.get("lotNumber")).toUpperCase(Locale.ROOT));
        String otherLot =
                created(calls.post(elsewhere.artist(), "/lots", there)).id();
        String session = started("PERMANENT", "SESSION_1");
        Map<String, Object> mixed = work("0.50");
        String harmless = ready.lotOf(clinic, "PIGMENT", "5");
        mixed.put("pigments", List.of(cup(1, harmless, "0.50"), cup(1, pigment, "0.25")));
        Answer signed = complete(session, mixed);
        assertThat(signed.status()).isEqualTo(200);
        assertThat(signed.body().at("/pigments").findValuesAsString("cup")).containsExactly("1", "1");
        Map<String, Object> wanted = Map.of(
                "maker", "fine pigments",
                "product", "GRAPHITE",
                "lotNumber", " " + batch.get("lotNumber"),
                "reason", "Bacteria were found.");

        refused(calls.post(clinic.manager(), "/recalls", wanted), 403, "forbidden");
        String recall = created(calls.post(boss, "/recalls", wanted)).id();
        refused(calls.post(boss, "/recalls", wanted), 409, "recall-known");

        assertThat(lot(pigment).at("/status").asString()).isEqualTo("RECALLED");
        refused(patchTestWith(pigment), 409, "lot-not-usable");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls.get(boss, "/recalls/" + recall)
                                .body()
                                .at("/outstanding")
                                .asInt()
                        == 1);
        JsonNode seen = calls.get(boss, "/recalls/" + recall).body();
        assertThat(seen.at("/clients/0/clientId").asString()).isEqualTo(client.value());
        assertThat(seen.at("/sessions").findValuesAsString("sessionId")).containsExactly(session);
        assertThat(seen.at("/stock").findValuesAsString("lotId")).containsExactlyInAnyOrder(pigment, otherLot);

        String notices = "/recall-notices?clientId=" + client;
        JsonNode told = calls.get(client.value(), notices).body().at("/items");
        assertThat(told.findValuesAsString("recallId")).containsExactly(recall);
        assertThat(told.at("/0/acknowledgedAt").isNull()).isTrue();
        refused(calls.get(others.client(clinic).value(), notices), 404, "not-found");
        refused(calls.get(clinic.manager(), notices), 403, "forbidden");

        String acknowledge = "/recalls/" + recall + "/acknowledge";
        refused(calls.post(others.client(clinic).value(), acknowledge, null), 404, "not-found");
        refused(calls.post(clinic.manager(), acknowledge, null), 403, "forbidden");
        assertThat(calls.post(client.value(), acknowledge, null).status()).isEqualTo(200);
        assertThat(calls.post(client.value(), acknowledge, null).status()).isEqualTo(200);
        assertThat(calls.get(client.value(), notices)
                        .body()
                        .at("/items/0/acknowledgedAt")
                        .isString())
                .isTrue();
        assertThat(calls.get(boss, "/recalls/" + recall)
                        .body()
                        .at("/acknowledged")
                        .asInt())
                .isOne();
        refused(calls.get(clinic.manager(), "/recalls/" + recall), 403, "forbidden");
        refused(calls.get(clinic.manager(), "/recalls/" + recall + "/evidence"), 403, "forbidden");
    }

    @Test
    void withdrawsARecallOfTheWrongBatchAndGivesTheStockBackAsItWas() {
        String boss = others.boss();
        JsonNode batch = lot(pigment);
        Map<String, Object> there = Ready.lot(elsewhere, "PIGMENT", "5");
        there.put("lotNumber", batch.at("/lotNumber").asString());
        String heldBack =
                created(calls.post(elsewhere.artist(), "/lots", there)).id();
        assertThat(calls.post(elsewhere.artist(), "/lots/" + heldBack + "/quarantine", Map.of("reasonCode", "DAMAGED"))
                        .status())
                .isEqualTo(200);
        AppointmentId visit = others.appointment(clinic, client, "SESSION_1");
        String before = storedLot(pigment) + storedLot(heldBack);
        Map<String, Object> wanted = Map.of(
                "maker", "Fine Pigments",
                "product", "Graphite",
                "lotNumber", batch.at("/lotNumber").asString(),
                "reason", "Bacteria were found.");
        String recall = created(calls.post(boss, "/recalls", wanted)).id();
        assertThat(stateOf("LOT", visit)).isEqualTo("MISSING");

        String withdraw = "/recalls/" + recall + "/withdraw";
        Map<String, Object> why = Map.of("reason", "It was the batch beside it.");
        refused(calls.post(clinic.manager(), withdraw, why), 403, "forbidden");
        refused(calls.post(boss, withdraw, Map.of("reason", " ")), 400, "invalid-input");
        refused(calls.post(boss, "/recalls/" + Ids.next("rcl") + "/withdraw", why), 404, "not-found");
        Answer withdrawn = calls.post(boss, withdraw, why);

        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(200);
        assertThat(withdrawn.text("/withdrawalReason")).isEqualTo("It was the batch beside it.");
        assertThat(stateOf("LOT", visit)).isEqualTo("DONE");
        assertThat(lot(pigment).at("/status").asString()).isEqualTo("RECEIVED");
        assertThat(storedLot(pigment) + storedLot(heldBack)).isEqualTo(before);
        created(patchTestWith(pigment));
        assertThat(calls.get(elsewhere.desk(), "/lots?clinicId=" + elsewhere.id())
                        .body()
                        .at("/items")
                        .findValuesAsString("status"))
                .containsExactly("QUARANTINED");
        refused(calls.post(boss, withdraw, why), 409, "illegal-move");
        assertThat(eventsOf(recall))
                .containsExactly("treatment.PigmentLotRecalled.v1", "treatment.PigmentLotRecallWithdrawn.v1");
        created(calls.post(boss, "/recalls", wanted));
        assertThat(lot(pigment).at("/status").asString()).isEqualTo("RECALLED");
    }

    private String storedLot(String id) {
        return String.valueOf(
                mongo.getCollection("lots").find(new Document("_id", id)).first());
    }

    @Test
    void takesBackTheNoticesOfARecallThatIsWithdrawn() {
        String boss = others.boss();
        String number = lot(pigment).at("/lotNumber").asString();
        assertThat(complete(started("PERMANENT", "SESSION_1"), work("0.25")).status())
                .isEqualTo(200);
        String recall = created(calls.post(
                        boss,
                        "/recalls",
                        Map.of(
                                "maker",
                                "Fine Pigments",
                                "product",
                                "Graphite",
                                "lotNumber",
                                number,
                                "reason",
                                "Bacteria were found.")))
                .id();
        String notices = "/recall-notices?clientId=" + client;
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        calls.get(client.value(), notices).body().at("/items").size() == 1);
        String notice = calls.get(client.value(), notices).text("/items/0/id");

        assertThat(calls.post(boss, "/recalls/" + recall + "/withdraw", Map.of("reason", "The wrong batch."))
                        .status())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls.get(client.value(), notices)
                        .body()
                        .at("/items/0/withdrawnAt")
                        .isString());
        assertThat(eventsOf(notice))
                .containsExactly("treatment.RecallNoticeOpened.v1", "treatment.RecallNoticeWithdrawn.v1");
        refused(calls.post(client.value(), "/recalls/" + recall + "/acknowledge", null), 409, "illegal-move");
        JsonNode seen = calls.get(boss, "/recalls/" + recall).body();
        assertThat(seen.at("/takenBack").asInt()).isOne();
        assertThat(seen.at("/clients/0/withdrawnAt").isString()).isTrue();
    }
}
