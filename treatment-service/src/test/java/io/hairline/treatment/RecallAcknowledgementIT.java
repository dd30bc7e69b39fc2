package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.booking.BookingEvent.ClientErased;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The acknowledgements of a recall, to the last one: of people with two records, and of those who read no messages. */
@OnTreatment
class RecallAcknowledgementIT extends TreatmentScenario {

    @Test
    void countsForEveryRecordOfAPerson() {
        created(patchTestWith(pigment));
        ClientId first = client;
        client = others.client(clinic);
        created(patchTestWith(pigment));
        String boss = others.boss();
        String recall = recalled(boss);
        awaitOutstanding(boss, recall, 2);

        others.tell(List.of(new ClientMerged(first, client, clinic.id())));
        assertThat(calls.post(client.value(), recall + "/acknowledge", null).status())
                .isEqualTo(200);

        assertThat(counts(boss, recall).at("/acknowledged").asInt()).isEqualTo(2);
        assertThat(counts(boss, recall).at("/outstanding").asInt()).isZero();
    }

    @Test
    void areNotedByTheClinicForWhoReadsNoMessages() {
        created(patchTestWith(pigment));
        String boss = others.boss();
        String recall = recalled(boss);
        awaitOutstanding(boss, recall, 1);
        String list = "/recall-notices/outstanding?clinicId=" + clinic.id();
        JsonNode line = calls.get(clinic.desk(), list).body().at("/items/0");
        assertThat(line.at("/clientId").asString()).isEqualTo(client.value());
        assertThat(line.at("/product").asString()).isEqualTo("Graphite");
        String notice = line.at("/id").asString();
        String note = "/recall-notices/" + notice + "/acknowledge";
        Map<String, Object> byPhone = Map.of("toldBy", "PHONE");

        refused(calls.get(elsewhere.desk(), list), 404, "not-found");
        refused(calls.get(client.value(), list), 403, "forbidden");
        refused(calls.post(elsewhere.desk(), note, byPhone), 404, "not-found");
        refused(calls.post(boss, note, byPhone), 403, "forbidden");
        refused(calls.post(client.value(), note, byPhone), 403, "forbidden");
        refused(calls.post(clinic.desk(), note, Map.of("toldBy", "PIGEON")), 400, "invalid-input");
        refused(calls.post(clinic.desk(), note, Map.of()), 400, "invalid-input");
        refused(
                calls.post(clinic.desk(), "/recall-notices/" + Ids.next("rcn") + "/acknowledge", byPhone),
                404,
                "not-found");
        assertThat(counts(boss, recall).at("/outstanding").asInt()).isOne();

        assertThat(calls.post(clinic.desk(), note, byPhone).text("/toldBy")).isEqualTo("PHONE");
        assertThat(calls.post(clinic.manager(), note, Map.of("toldBy", "LETTER"))
                        .text("/toldBy"))
                .as("it stays as it was noted")
                .isEqualTo("PHONE");

        assertThat(calls.get(clinic.desk(), list).body().at("/items")).isEmpty();
        assertThat(counts(boss, recall).at("/outstanding").asInt()).isZero();
        assertThat(calls.get(boss, recall + "/clients").text("/items/0/toldBy")).isEqualTo("PHONE");
        assertThat(calls.get(boss, recall + "/notices").text("/items/0/toldBy")).isEqualTo("PHONE");
        assertThat(eventsOf(notice))
                .containsExactly("treatment.RecallNoticeOpened.v1", "treatment.RecallAcknowledged.v1");
    }

    @Test
    void comeToAnEndWithoutAClientWhoWasErased() {
        created(patchTestWith(pigment));
        ClientId gone = client;
        client = others.client(clinic);
        created(patchTestWith(pigment));
        String boss = others.boss();
        String recall = recalled(boss);
        awaitOutstanding(boss, recall, 2);
        JsonNode open = calls.get(boss, recall + "/notices").body().at("/items");
        String notice = open.valueStream()
                .filter(it -> it.at("/clientId").asString().equals(gone.value()))
                .map(it -> it.at("/id").asString())
                .findFirst()
                .orElseThrow();

        erase(gone);
        erase(gone);

        assertThat(counts(boss, recall).at("/outstanding").asInt()).isOne();
        assertThat(counts(boss, recall).at("/erased").asInt()).isOne();
        assertThat(counts(boss, recall).at("/acknowledged").asInt()).isZero();
        assertThat(calls.get(boss, recall + "/notices?acknowledged=false")
                        .body()
                        .at("/items")
                        .findValuesAsString("clientId"))
                .containsExactly(client.value());
        assertThat(calls.get(clinic.desk(), "/recall-notices/outstanding?clinicId=" + clinic.id())
                        .body()
                        .at("/items"))
                .hasSize(1);
        refused(
                calls.post(clinic.desk(), "/recall-notices/" + notice + "/acknowledge", Map.of("toldBy", "LETTER")),
                409,
                "illegal-move");
        assertThat(eventsOf(notice))
                .containsExactly("treatment.RecallNoticeOpened.v1", "treatment.RecallNoticeClosed.v1");
        assertThat(calls.post(client.value(), recall + "/acknowledge", null).status())
                .isEqualTo(200);
        assertThat(counts(boss, recall).at("/outstanding").asInt()).isZero();
        erase(client);
        assertThat(counts(boss, recall).at("/acknowledged").asInt())
                .as("who knew before, knew")
                .isOne();
    }

    @Test
    void areNotAskedOfAClientWhoWasErasedBeforeTheRecall() {
        created(patchTestWith(pigment));
        erase(client);
        String boss = others.boss();
        String recall = recalled(boss);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> counts(boss, recall).at("/erased").asInt() == 1);
        assertThat(counts(boss, recall).at("/outstanding").asInt()).isZero();
        String notice = calls.get(boss, recall + "/notices").text("/items/0/id");
        assertThat(eventsOf(notice)).containsExactly("treatment.RecallNoticeClosed.v1");
        assertThat(calls.get(boss, recall + "/clients").text("/items/0/erasedAt"))
                .isNotEmpty();
    }

    private void erase(ClientId who) {
        others.tell(List.of(new ClientErased(who, new ErasureId(Ids.next(ErasureId.PREFIX)), clinic.id())));
    }

    private String recalled(String boss) {
        return "/recalls/"
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
    }

    private void awaitOutstanding(String boss, String recall, int clients) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> counts(boss, recall).at("/outstanding").asInt() == clients);
    }

    private JsonNode counts(String boss, String recall) {
        return calls.get(boss, recall + "/counts").body();
    }
}
