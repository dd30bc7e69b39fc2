package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.MessageId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.treatment.photo.image.Pictures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** "Is this normal?": from the client to the clinic and back. */
@OnTreatment
class AftercareIT extends TreatmentScenario {

    @Test
    void takesAClientsQuestionToTheClinicAndTheAnswerBack() {
        Map<String, Object> question = Map.of("messageId", advice("AFTERCARE_DAY_3"), "text", CANARY + " it itches");

        Answer asked = created(calls.post(client.value(), "/aftercare-replies", question));

        assertThat(asked.text("/clinicId")).isEqualTo(clinic.id().value());
        assertThat(calls.get(clinic.artist(), "/charts/" + client).text("/aftercareReplies/0/text"))
                .contains(CANARY);
        String answer = "/aftercare-replies/" + asked.id() + "/answer";
        Map<String, Object> words = Map.of("text", CANARY + " yes, for two days");
        assertThat(calls.post(clinic.desk(), answer, words).status()).isEqualTo(403);
        assertThat(calls.post(client.value(), answer, words).status()).isEqualTo(403);
        assertThat(calls.post(elsewhere.artist(), answer, words).status()).isEqualTo(404);
        assertThat(calls.post(clinic.artist(), answer, words).status()).isEqualTo(200);
        assertThat(calls.post(clinic.artist(), answer, words).status()).isEqualTo(409);
        assertThat(calls.get(client.value(), "/aftercare-replies?clientId=" + client)
                        .text("/items/0/answer"))
                .contains("two days");
        assertThat(eventsOf(asked.id()))
                .containsExactly("treatment.AftercareReplied.v1", "treatment.AftercareAnswered.v1");
        assertThat(stored(CANARY)).isEmpty();
    }

    @Test
    void takesNoQuestionAboutAnotherMessage() {
        String notMine = advice("AFTERCARE_DAY_3");
        String reminder = advice("REMINDER_24_HOURS");

        Answer stranger = calls.post(
                others.client(clinic).value(), "/aftercare-replies", Map.of("messageId", notMine, "text", "?"));
        Answer wrong = calls.post(client.value(), "/aftercare-replies", Map.of("messageId", reminder, "text", "?"));
        Answer photo = calls.post(
                client.value(),
                "/aftercare-replies",
                Map.of("messageId", notMine, "text", "?", "photoIds", List.of("pho_01kbqkz2600c6spzmfwrbz5xh6")));

        assertThat(stranger.problem()).isEqualTo("/problems/not-yet-known");
        assertThat(wrong.problem()).isEqualTo("/problems/not-yet-known");
        assertThat(photo.text("/errors/0/field")).isEqualTo("photoIds");
        assertThat(calls.post(clinic.artist(), "/aftercare-replies", Map.of("messageId", notMine, "text", "?"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void takesAQuestionAboutTheLastSessionFromAClientWhoWasSentNothing() {
        Map<String, Object> question = Map.of("text", "Is this normal?");
        Answer untreated = calls.post(client.value(), "/aftercare-replies", question);
        assertThat(untreated.status()).isEqualTo(400);
        assertThat(untreated.text("/errors/0/field")).isEqualTo("messageId");
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.25")).status()).isEqualTo(200);

        Answer asked = created(calls.post(client.value(), "/aftercare-replies", question));

        assertThat(asked.text("/clinicId")).isEqualTo(clinic.id().value());
        assertThat(asked.body().at("/messageId").isNull()).isTrue();
        assertThat(calls.get(clinic.artist(), "/charts/" + client).text("/aftercareReplies/0/text"))
                .isEqualTo("Is this normal?");
        assertThat(eventsOf(asked.id())).containsExactly("treatment.AftercareAsked.v1");
    }

    @Test
    void answersAQuestionAsAtFirstWhenItComesAgainAfterItsPhotoIsGone() throws Exception {
        agree("CLINICAL_PHOTO");
        String photo = created(send(
                        clinic.artist(),
                        Map.of("clientId", client.value(), "angle", "TOP", "stage", "AFTER"),
                        Pictures.of("jpg", 61, 40)))
                .id();
        Map<String, Object> question =
                Map.of("messageId", advice("AFTERCARE_DAY_3"), "text", "Normal?", "photoIds", List.of(photo));
        Map<String, String> key = Map.of("Idempotency-Key", "again-" + photo);
        Answer asked = created(calls.post(client.value(), "/aftercare-replies", question, key));
        assertThat(calls.post(clinic.artist(), "/photos/" + photo + "/withdraw", Map.of("reasonCode", "WRONG_PLACE"))
                        .status())
                .isEqualTo(200);

        assertThat(created(calls.post(client.value(), "/aftercare-replies", question, key))
                        .id())
                .isEqualTo(asked.id());
    }

    @Test
    void plansTheWeeksAfterTheLastSessionByServiceAndSkin() {
        String plans = "/aftercare-plans?clientId=" + client;
        assertThat(calls.get(client.value(), plans).body().at("/items")).isEmpty();
        String session = started("PERMANENT", "DENSITY");
        assertThat(complete(session, work("0.25")).status()).isEqualTo(200);

        JsonNode plan = calls.get(client.value(), plans).body().at("/items/0");

        assertThat(plan.at("/serviceCode").asString()).isEqualTo("DENSITY");
        assertThat(plan.at("/steps").toString())
                .as("the consultation saw light and oily skin")
                .contains("DONT_STYLE", "MOISTURISE_WITHOUT_OIL", "SUN_PROTECTION_50")
                .doesNotContain("DONT_SHAVE", "SUN_PROTECTION_30");
        assertThat(calls.get(clinic.artist(), plans).body().at("/items")).hasSize(1);
        assertThat(calls.get(elsewhere.artist(), plans).status()).isEqualTo(404);
        assertThat(calls.get(clinic.desk(), plans).status()).isEqualTo(403);
        assertThat(mongo.getCollection("events").find(new Document("aggregateId", session)))
                .extracting(it -> it.getString("data"))
                .anyMatch(it -> it.contains("\"careCodes\":[\"SUN_SENSITIVE\",\"OILY\"]"));
    }

    @Test
    void plansByThePolicyOfTheClinicAndKeepsThatWhenAnotherIsPublished() {
        publish(new AftercareDays(6, 7, 9, 14, 35, 42));
        String session = started("PERMANENT", "SESSION_1");
        assertThat(complete(session, work("0.25")).status()).isEqualTo(200);
        publish(new AftercareDays(3, 4, 9, 14, 35, 42));

        JsonNode plan = calls.get(client.value(), "/aftercare-plans?clientId=" + client)
                .body()
                .at("/items/0");

        LocalDate treated = LocalDate.parse(plan.at("/treatedOn").asString());
        assertThat(plan.at("/steps/0/rule").asString()).isEqualTo("KEEP_DRY");
        assertThat(plan.at("/steps/0/until").asString())
                .isEqualTo(treated.plusDays(6).toString());
        assertThat(mongo.getCollection("events").find(new Document("aggregateId", session)))
                .extracting(it -> it.getString("data"))
                .anyMatch(it -> it.contains("\"scabDays\":14"));
    }

    private void publish(AftercareDays days) {
        PolicyId id = new PolicyId(Ids.next(PolicyId.PREFIX));
        PolicyValues values =
                new PolicyValues(null, null, null, null, null, null, null, null, null, null, null, null, days);
        others.tell(List.of(new PolicyLayerPublished(
                id, null, clinic.id(), new PolicyLayer(PolicyLayer.atOnce(clock.instant()), values, List.of()))));
    }

    private String advice(String template) {
        MessageId message = new MessageId(Ids.next(MessageId.PREFIX));
        others.tell(List.of(new MessageSent(
                message, new MessageContext(client, clinic.id(), null, 0, null, template, "EMAIL"), clock.instant())));
        return message.value();
    }
}
