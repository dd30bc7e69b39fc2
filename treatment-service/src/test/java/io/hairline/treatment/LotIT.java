package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageFailed;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

        assertThat(calls.post(
                                clinic.artist(),
                                lot + "/correct",
                                Map.of("millilitres", 100, "reason", "Typed a zero less."))
                        .body()
                        .at("/remainingMillilitres")
                        .decimalValue())
                .isEqualByComparingTo("100");
        assertThat(calls.post(
                                clinic.artist(),
                                lot + "/correct",
                                Map.of("millilitres", 10, "reason", "It was right before."))
                        .status())
                .isEqualTo(200);

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
    void tellsTheClinicOfASessionThatWasSignedWithALotThatWasHeldBackMeanwhile() {
        String session = started("PERMANENT", "SESSION_1");
        String uses = "/lots/held-back-uses?clinicId=" + clinic.id();
        assertThat(calls.get(clinic.artist(), uses).body().at("/items")).isEmpty();
        held(pigment);
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);

        JsonNode listed = calls.get(clinic.manager(), uses).body().at("/items");
        assertThat(listed.findValuesAsString("sessionId")).containsExactly(session);
        assertThat(listed.findValuesAsString("lotId")).containsExactly(pigment);
        assertThat(listed.findValuesAsString("status")).containsExactly("QUARANTINED");
        assertThat(mongo.getCollection("events")
                        .find(new Document("aggregateId", session))
                        .map(Document::toJson))
                .as("what booking hears")
                .anyMatch(it -> it.contains("heldLots") && it.contains("QUARANTINED"));
        refused(calls.get(elsewhere.artist(), uses), 404, "not-found");
        refused(calls.get(clinic.desk(), uses), 403, "forbidden");
    }

    @Test
    void takesNoLotInASessionThatBeganInItsQuarantine() {
        held(pigment);
        ready.lotOf(clinic, "PIGMENT", "5");
        String session = started("PERMANENT", "SESSION_1");
        assertThat(calls.post(clinic.manager(), "/lots/" + pigment + "/release", null)
                        .status())
                .isEqualTo(200);
        held(pigment);

        refused(complete(session, work("0.50")), 409, "lot-not-usable");
        assertThat(calls.get(clinic.artist(), "/lots?clinicId=" + clinic.id() + "&usableSince=" + clock.instant())
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .doesNotContain(pigment);
    }

    @Test
    void takesNoLotInASessionThatBeganWhileItWasRecalledAndWasOnlyFreeForAWhile() {
        Map<String, Object> batch = Ready.lot(clinic, "PIGMENT", "5");
        pigment = created(calls.post(clinic.artist(), "/lots", batch)).id();
        String recall = recalled(batch);
        String session = started("PERMANENT", "SESSION_1");
        String began = clock.instant().toString();
        withdrawn(recall);
        String nameable = "/lots?clinicId=" + clinic.id() + "&usableSince=";
        assertThat(calls.get(clinic.artist(), nameable + began)
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .contains(pigment);
        recalled(batch);

        refused(complete(session, work("0.50")), 409, "lot-not-usable");
        assertThat(calls.get(clinic.artist(), nameable + began)
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .doesNotContain(pigment);
    }

    private String recalled(Map<String, Object> batch) {
        return created(calls.post(
                        others.boss(),
                        "/recalls",
                        Map.of(
                                "maker", "Fine Pigments",
                                "product", "Graphite",
                                "lotNumber", batch.get("lotNumber"),
                                "reason", "Bacteria were found.")))
                .id();
    }

    private void withdrawn(String recall) {
        assertThat(calls.post(
                                others.boss(),
                                "/recalls/" + recall + "/withdraw",
                                Map.of("reason", "It named the wrong batch."))
                        .status())
                .isEqualTo(200);
    }

    private void held(String lot) {
        assertThat(calls.post(clinic.artist(), "/lots/" + lot + "/quarantine", Map.of("reasonCode", "DAMAGED"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void recordsABatchThatWasRecalledWhileTheClientWasInTheChairAndTellsTheClient() {
        String boss = others.boss();
        Map<String, Object> batch = Ready.lot(clinic, "PIGMENT", "5");
        pigment = created(calls.post(clinic.artist(), "/lots", batch)).id();
        String session = started("PERMANENT", "SESSION_1");
        String recall = recalled(batch);

        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        counts(boss, "/recalls/" + recall).at("/outstanding").asInt() == 1);
        assertThat(pages(boss, "/recalls/" + recall + "/sessions", "sessionId")).containsExactly(session);
        refused(patchTestWith(pigment), 409, "lot-not-usable");
    }

    @Test
    void listsEverySessionClientAndClinicOfARecallPageByPage() {
        String boss = others.boss();
        Map<String, Object> batch = Ready.lot(clinic, "PIGMENT", "9");
        pigment = created(calls.post(clinic.artist(), "/lots", batch)).id();
        Map<String, Object> there = new HashMap<>(batch);
        there.put("clinicId", elsewhere.id().value());
        created(calls.post(elsewhere.artist(), "/lots", there));
        List<String> sessions = new ArrayList<>();
        List<String> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            client = others.client(clinic);
            clients.add(client.value());
            readyFor("PERMANENT", "SESSION_1", "SESSION_2");
            for (String service : i == 0 ? List.of("SESSION_1", "SESSION_2") : List.of("SESSION_1")) {
                sessions.add(treated(service));
            }
        }
        client = others.client(clinic);
        clients.add(client.value());
        String tested = created(patchTestWith(pigment)).id();

        String recall = "/recalls/"
                + created(calls.post(
                                boss,
                                "/recalls",
                                Map.of(
                                        "maker",
                                        "Fine Pigments",
                                        "product",
                                        "Graphite",
                                        "lotNumber",
                                        batch.get("lotNumber"),
                                        "reason",
                                        "Bacteria were found.")))
                        .id();

        assertThat(pages(boss, recall + "/sessions", "sessionId")).containsExactlyElementsOf(sessions);
        assertThat(pages(boss, recall + "/clients", "clientId")).containsExactlyElementsOf(sorted(clients));
        assertThat(pages(boss, recall + "/patch-tests", "patchTestId")).containsExactly(tested);
        assertThat(pages(boss, recall + "/clinics", "clinicId"))
                .containsExactlyElementsOf(
                        sorted(List.of(clinic.id().value(), elsewhere.id().value())));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> counts(boss, recall).at("/outstanding").asInt() == 4);
        assertThat(counts(boss, recall).at("/sessions").asInt()).isEqualTo(4);
        assertThat(counts(boss, recall).at("/clients").asInt()).isEqualTo(4);
        assertThat(pages(boss, recall + "/notices?acknowledged=false", "clientId"))
                .containsExactlyInAnyOrderElementsOf(clients);
        assertThat(calls.post(clients.get(1), recall + "/acknowledge", null).status())
                .isEqualTo(200);
        assertThat(pages(boss, recall + "/notices?acknowledged=true", "clientId"))
                .containsExactly(clients.get(1));
        assertThat(pages(boss, recall + "/notices?acknowledged=false", "clientId"))
                .hasSize(3)
                .doesNotContain(clients.get(1));
        JsonNode here = calls.get(boss, recall + "/clinics")
                .body()
                .at("/items")
                .valueStream()
                .filter(it -> it.at("/clinicId").asString().equals(clinic.id().value()))
                .findFirst()
                .orElseThrow();
        assertThat(here.at("/sessions").asInt()).isEqualTo(4);
        assertThat(here.at("/clients").asInt()).isEqualTo(4);
        assertThat(here.at("/outstanding").asInt()).isEqualTo(3);
        assertThat(here.at("/remainingMillilitres").decimalValue()).isEqualByComparingTo("8");
        refused(calls.get(boss, recall + "/sessions?limit=201"), 400, "invalid-input");
        refused(calls.get(boss, recall + "/clients?cursor=nonsense"), 400, "invalid-input");
        refused(calls.get(clinic.manager(), recall + "/sessions"), 403, "forbidden");
        refused(calls.get(boss, "/recalls/" + Ids.next("rcl") + "/sessions"), 404, "not-found");
    }

    @Test
    void saysWhenAndHowAClientWasToldOfARecall() {
        String boss = others.boss();
        created(patchTestWith(pigment));
        String recall = "/recalls/"
                + created(calls.post(
                                boss,
                                "/recalls",
                                Map.of(
                                        "maker",
                                        "Fine Pigments",
                                        "product",
                                        "Graphite",
                                        "lotNumber",
                                        lot(pigment).at("/lotNumber").asString(),
                                        "reason",
                                        "Bacteria were found.")))
                        .id();
        String notices = "/recall-notices?clientId=" + client;
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        calls.get(client.value(), notices).body().at("/items").size() == 1);
        RecallNoticeId notice =
                new RecallNoticeId(calls.get(client.value(), notices).text("/items/0/id"));
        assertThat(counts(boss, recall).at("/told").asInt()).isZero();

        Instant sent = clock.instant();
        MessageId mail = new MessageId(Ids.next(MessageId.PREFIX));
        MessageSent left = new MessageSent(mail, told(notice, "EMAIL"), sent);
        others.tell(List.of(left, new MessageDelivered(mail, told(notice, "EMAIL"), sent.plusSeconds(2))));
        others.tell(List.of(
                new MessageFailed(new MessageId(Ids.next(MessageId.PREFIX)), told(notice, "IN_APP"), "NO_SUCH_INBOX")));

        JsonNode there = calls.get(boss, recall + "/clients").body().at("/items/0");
        assertThat(there.at("/messages/0/channel").asString()).isEqualTo("EMAIL");
        assertThat(there.at("/messages/0/status").asString()).isEqualTo("DELIVERED");
        assertThat(Instant.parse(there.at("/messages/0/at").asString())).isEqualTo(sent.plusSeconds(2));
        assertThat(there.at("/messages/1/reasonCode").asString()).isEqualTo("NO_SUCH_INBOX");
        assertThat(calls.get(boss, recall + "/notices").body().at("/items/0/messages"))
                .hasSize(2);
        assertThat(counts(boss, recall).at("/told").asInt()).isOne();
    }

    private MessageContext told(RecallNoticeId notice, String channel) {
        return new MessageContext(client, clinic.id(), null, 0, null, "RECALL_NOTICE", channel, notice);
    }

    private String treated(String service) {
        String session =
                created(start(others.appointment(clinic, client, service))).id();
        assertThat(complete(session, work("0.25")).status()).isEqualTo(200);
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(12)));
        return session;
    }

    private JsonNode counts(String who, String recall) {
        return calls.get(who, recall + "/counts").body();
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }

    /** All of a list, two at a time. */
    private List<String> pages(String who, String list, String id) {
        List<String> all = new ArrayList<>();
        String from = list + (list.contains("?") ? "&" : "?") + "limit=2";
        String next = from;
        while (next != null) {
            Answer page = calls.get(who, next);
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            assertThat(page.body().at("/items").size()).isLessThanOrEqualTo(2);
            all.addAll(page.body().at("/items").findValuesAsString(id));
            String cursor = page.body().at("/nextCursor").asString(null);
            next = cursor == null ? null : from + "&cursor=" + cursor;
        }
        return all;
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
