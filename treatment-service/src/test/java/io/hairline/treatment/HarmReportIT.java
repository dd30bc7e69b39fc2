package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.treatment.photo.image.Pictures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report of a harm may name, and what it says of one that is known already. */
@OnTreatment
class HarmReportIT extends TreatmentScenario {

    @Test
    void namesNoPhotoThatTheReporterCannotOpen() throws Exception {
        agree("CLINICAL_PHOTO");
        String before = photo("BEFORE");
        String healed = photo("HEALED");
        others.appointment(elsewhere, client, "TOUCH_UP");
        Answer unknown = report(elsewhere.artist(), List.of(Ids.next("pho")));
        refused(unknown, 400, "invalid-input");

        Answer closed = report(elsewhere.artist(), List.of(before));

        refused(closed, 400, "invalid-input");
        assertThat(closed.body().at("/errors")).isEqualTo(unknown.body().at("/errors"));
        created(report(clinic.artist(), List.of(before, healed)));

        shareElsewhere("MATCH_CARD");
        refused(report(elsewhere.artist(), List.of(healed, before)), 400, "invalid-input");
        created(report(elsewhere.artist(), List.of(healed)));
        shareElsewhere("TREATMENT");
        created(report(elsewhere.artist(), List.of(healed, before)));
        assertThat(calls.get(client.value(), "/access-log?clientId=" + client)
                        .body()
                        .at("/items")
                        .findValuesAsString("what"))
                .as("to name a photo is not to open it")
                .doesNotContain("PHOTO", "HEALED_PHOTO");
    }

    @Test
    void namesTheOpenReportOfTheSameSessionOrLot() {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        Answer first = created(report(clinic.artist(), Map.of("sessionId", session)));
        assertThat(first.body().hasNonNull("similarOpen")).isFalse();

        Answer second = created(report(clinic.manager(), Map.of("sessionId", session)));
        Answer ofLot = created(report(clinic.artist(), Map.of("lotId", pigment)));
        Answer other = created(report(clinic.artist(), Map.of()));

        assertThat(second.text("/similarOpen")).isEqualTo(first.id());
        assertThat(ofLot.text("/similarOpen")).isEqualTo(second.id());
        assertThat(other.body().hasNonNull("similarOpen")).isFalse();
        assertThat(calls.get(clinic.artist(), "/adverse-events/" + second.id())
                        .body()
                        .hasNonNull("similarOpen"))
                .isFalse();
        for (Answer it : List.of(first, second, ofLot)) {
            assertThat(calls.post(
                                    clinic.artist(),
                                    "/adverse-events/" + it.id() + "/close",
                                    Map.of("outcome", "RECOVERED"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(created(report(clinic.artist(), Map.of("sessionId", session)))
                        .body()
                        .hasNonNull("similarOpen"))
                .as("those known are closed")
                .isFalse();
    }

    @Test
    void namesNoReportThatTheReporterCannotSee() {
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        created(report(clinic.artist(), Map.of("sessionId", session)));
        others.appointment(elsewhere, client, "TOUCH_UP");

        Answer reported = created(report(elsewhere.artist(), Map.of("afterSessionElsewhere", true)));

        assertThat(reported.body().hasNonNull("similarOpen")).isFalse();
        Answer again = created(report(elsewhere.artist(), Map.of("afterSessionElsewhere", true)));
        assertThat(again.text("/similarOpen")).isEqualTo(reported.id());
    }

    private Answer report(String who, List<String> photos) {
        return report(who, Map.of("photoIds", photos));
    }

    private Answer report(String who, Map<String, Object> more) {
        Map<String, Object> report = new HashMap<>(
                Map.of("clientId", client.value(), "severity", "MILD", "description", CANARY + " redness"));
        report.putAll(more);
        return calls.post(who, "/adverse-events", report);
    }

    private String photo(String stage) throws Exception {
        return created(send(
                        clinic.artist(),
                        Map.of("clientId", client.value(), "angle", "TOP", "stage", stage),
                        Pictures.of("jpg", 9, 9)))
                .id();
    }
}
