package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.treatment.photo.image.Pictures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a release of the next session rests on: healed photos that are in the chart, or a look where the client wants none. */
@OnTreatment
class HealingReleaseIT extends TreatmentScenario {

    private static final int ROUNDS = 8;

    private String session;
    private AppointmentId next;

    @BeforeEach
    void treat() {
        session = started("PERMANENT", "SESSION_1", "SESSION_2");
        assertThat(complete(session, work("0.50")).status()).isEqualTo(200);
        demoClock.moveTo(clock.instant().plus(Duration.ofDays(12)));
        next = others.appointment(clinic, client, "SESSION_2");
    }

    @Test
    void endsWhenItsHealedPhotosAreTakenOutOfTheChart() throws Exception {
        agree("CLINICAL_PHOTO");
        created(assess("NOT_YET", List.of()));
        assertThat(stateOf("HEALING", next)).isEqualTo("BLOCKED");
        String one = photo(8);
        String other = photo(9);
        String release = created(assess("HEALED", List.of(one, other))).id();
        assertThat(stateOf("HEALING", next)).isEqualTo("DONE");

        withdraw(one);
        assertThat(stateOf("HEALING", next)).as("another photo shows it").isEqualTo("DONE");
        withdraw(other);

        assertThat(stateOf("HEALING", next)).isEqualTo("BLOCKED");
        assertThat(eventsOf(release))
                .containsExactly("treatment.HealingAssessed.v1", "treatment.HealingReleaseEnded.v1");
        assertThat(eventsOf(next.value()))
                .containsExactly(
                        "treatment.ReadinessBlocked.v1",
                        "treatment.ReadinessUnblocked.v1",
                        "treatment.ReadinessBlocked.v1");
        JsonNode shown = calls.get(clinic.artist(), "/charts/" + client).body().at("/healingAssessments/0");
        assertThat(shown.at("/id").asString()).isEqualTo(release);
        assertThat(shown.at("/releaseEndedAt").asString()).isNotBlank();

        created(assess("HEALED", List.of(photo(10))));
        assertThat(stateOf("HEALING", next)).isEqualTo("DONE");
    }

    @Test
    void isAnsweredAsAtFirstWhenItsRequestComesAgainAfterItsPhotoIsGone() throws Exception {
        agree("CLINICAL_PHOTO");
        String photo = photo(8);
        Map<String, Object> look = Map.of("sessionId", session, "result", "HEALED", "photoIds", List.of(photo));
        Map<String, String> key = Map.of("Idempotency-Key", "look-" + photo);
        String release = created(calls.post(clinic.artist(), "/healing-assessments", look, key))
                .id();
        withdraw(photo);

        assertThat(created(calls.post(clinic.artist(), "/healing-assessments", look, key))
                        .id())
                .isEqualTo(release);
        refused(assess("HEALED", List.of(photo)), 400, "invalid-input");
    }

    @Test
    void doesNotEndWithAPhotoThatItDoesNotRestOn() throws Exception {
        agree("CLINICAL_PHOTO");
        String early = photo(7);
        created(assess("NOT_YET", List.of()));
        String healed = photo(8);
        created(assess("HEALED", List.of(early, healed)));

        withdraw(early);
        assertThat(stateOf("HEALING", next)).isEqualTo("DONE");
        withdraw(healed);
        assertThat(stateOf("HEALING", next)).isEqualTo("BLOCKED");
    }

    @Test
    void restsOnNoPhotoThatIsTakenOutOfTheChartMeanwhile() throws Exception {
        agree("CLINICAL_PHOTO");
        for (int round = 0; round < ROUNDS; round++) {
            String photo = photo(8 + round);
            Answer assessed;
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<Answer> assessing = both.submit(() -> assess("HEALED", List.of(photo)));
                Future<?> withdrawing = both.submit(() -> withdraw(photo));
                assessed = assessing.get();
                withdrawing.get();
            }
            if (assessed.status() == 201) {
                assertThat(calls.get(clinic.artist(), "/healing-assessments/" + assessed.id())
                                .body()
                                .hasNonNull("releaseEndedAt"))
                        .as("round " + round)
                        .isTrue();
            } else {
                refused(assessed, 400, "invalid-input");
            }
        }
    }

    @Test
    void endsWithTheLastOfPhotosThatAreTakenOutTogether() throws Exception {
        agree("CLINICAL_PHOTO");
        for (int round = 0; round < ROUNDS; round++) {
            String one = photo(40 + 2 * round);
            String other = photo(41 + 2 * round);
            String release = created(assess("HEALED", List.of(one, other))).id();
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<?> first = both.submit(() -> withdraw(one));
                Future<?> second = both.submit(() -> withdraw(other));
                first.get();
                second.get();
            }
            assertThat(calls.get(clinic.artist(), "/healing-assessments/" + release)
                            .body()
                            .hasNonNull("releaseEndedAt"))
                    .as("round " + round)
                    .isTrue();
        }
    }

    @Test
    void endsWithoutADelayWhereNothingDelayedBefore() throws Exception {
        agree("CLINICAL_PHOTO");
        String photo = photo(8);
        String release = created(assess("HEALED", List.of(photo))).id();

        withdraw(photo);

        assertThat(calls.get(clinic.artist(), "/healing-assessments/" + release)
                        .body()
                        .hasNonNull("releaseEndedAt"))
                .isTrue();
        assertThat(stateOf("HEALING", next)).isEqualTo("DONE");
    }

    @Test
    void restsOnTheLookAloneWhereTheClientWantsNoPhotos() throws Exception {
        created(assess("NOT_YET", List.of()));
        assertThat(stateOf("HEALING", next)).isEqualTo("BLOCKED");

        Answer looked = created(assess("HEALED", List.of()));

        assertThat(looked.body().at("/withoutPhoto").asBoolean()).isTrue();
        assertThat(stateOf("HEALING", next)).isEqualTo("DONE");

        agree("CLINICAL_PHOTO");
        assertThat(stateOf("HEALING", next)).isEqualTo("DONE");
        Answer refused = assess("HEALED", List.of());
        refused(refused, 400, "invalid-input");
        assertThat(refused.text("/errors/0/field")).isEqualTo("photoIds");
        Answer seen = created(assess("HEALED", List.of(photo(8))));
        assertThat(seen.body().at("/withoutPhoto").asBoolean()).isFalse();
    }

    @Test
    void waitsForTheSkinWithoutPhotosAsWell() {
        String second = created(start(next)).id();
        assertThat(complete(second, work("0.50")).status()).isEqualTo(200);

        Answer early = assess("HEALED", List.of());

        refused(early, 409, "too-early");
        assertThat(early.text("/possibleFrom"))
                .isEqualTo(LocalDate.ofInstant(clock.instant(), Others.ZONE)
                        .plusDays(7)
                        .toString());
    }

    private String photo(int width) throws Exception {
        return created(send(
                        clinic.artist(),
                        Map.of("clientId", client.value(), "angle", "TOP", "stage", "HEALED"),
                        Pictures.of("jpg", width, 9)))
                .id();
    }

    private void withdraw(String photo) {
        Answer withdrawn =
                calls.post(clinic.artist(), "/photos/" + photo + "/withdraw", Map.of("reasonCode", "UNUSABLE"));
        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(200);
    }

    private Answer assess(String result, List<String> photos) {
        return calls.post(
                clinic.artist(),
                "/healing-assessments",
                Map.of("sessionId", session, "result", result, "photoIds", photos));
    }
}
