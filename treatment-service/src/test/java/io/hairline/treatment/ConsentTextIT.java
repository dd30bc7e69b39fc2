package io.hairline.treatment;

import static io.hairline.treatment.Ready.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.kit.testing.Calls.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** New words of a consent: from then on they are asked for, and what was signed stays as it was. */
@OnTreatment
class ConsentTextIT extends TreatmentScenario {

    private static final String LIST = "/consent-templates?purpose=TREATMENT&language=pl";

    @Test
    void asksForNewWordsBeforeTheNextSessionAndKeepsTheSignedOnes() {
        String boss = others.boss();
        AppointmentId visit = others.appointment(clinic, client, "SESSION_1");
        Map<String, Object> wording = wording("Zgoda", "Pierwszy tekst.");
        refused(calls.post(clinic.manager(), "/consent-templates", wording), 403, "forbidden");
        refused(calls.post(boss, "/consent-templates", replacing(wording, "treatment-pl-7")), 409, "text-replaced");
        refused(calls.post(boss, "/consent-templates", wording("Zgoda", " ")), 400, "invalid-input");
        Answer first = created(calls.post(boss, "/consent-templates", wording));
        assertThat(first.text("/id")).isEqualTo("treatment-pl-1");
        String signed = created(calls.post(client.value(), "/consents", signing("treatment-pl-1")))
                .id();
        assertThat(stateOf("CONSENT", visit)).isEqualTo("DONE");

        refused(calls.post(boss, "/consent-templates", wording), 409, "text-replaced");
        refused(calls.post(boss, "/consent-templates", replacing(wording, "treatment-pl-1")), 400, "invalid-input");
        Answer second = created(
                calls.post(boss, "/consent-templates", replacing(wording("Zgoda", "Drugi tekst."), "treatment-pl-1")));

        assertThat(second.body().at("/version").asInt()).isEqualTo(2);
        assertThat(stateOf("CONSENT", visit)).isEqualTo("MISSING");
        assertThat(step("CONSENT", visit).at("/detail").asString()).contains("new words");
        assertThat(calls.get(client.value(), LIST).body().at("/items").findValuesAsString("id"))
                .containsExactly("treatment-pl-2");
        assertThat(calls.get(boss, LIST + "&all=true").body().at("/items").findValuesAsString("id"))
                .containsExactly("treatment-pl-2", "treatment-pl-1");
        refused(calls.post(client.value(), "/consents", signing("treatment-pl-1")), 400, "invalid-input");
        JsonNode kept =
                calls.get(client.value(), "/consents?clientId=" + client).body().at("/items/0");
        assertThat(kept.at("/id").asString()).isEqualTo(signed);
        assertThat(kept.at("/templateHash").asString()).isEqualTo(hash("Zgoda\n\nPierwszy tekst."));
        assertThat(kept.at("/upToDate").asBoolean()).isFalse();

        created(calls.post(client.value(), "/consents", signing("treatment-pl-2")));
        assertThat(stateOf("CONSENT", visit)).isEqualTo("DONE");

        created(calls.post(boss, "/consent-templates", replacing(wording("Zgoda", "Trzeci tekst."), "treatment-pl-2")));
        assertThat(stateOf("CONSENT", visit)).isEqualTo("MISSING");
        ready.consentOf(client);
        assertThat(stateOf("CONSENT", visit))
                .as("the words in use are signed in another language")
                .isEqualTo("DONE");
    }

    private static String hash(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> wording(String title, String text) {
        return Map.of("purpose", "TREATMENT", "language", "pl", "title", title, "text", text);
    }

    private static Map<String, Object> replacing(Map<String, Object> wording, String id) {
        Map<String, Object> next = new HashMap<>(wording);
        next.put("replaces", id);
        return next;
    }

    private Map<String, Object> signing(String template) {
        return Map.of(
                "clientId",
                client.value(),
                "purpose",
                "TREATMENT",
                "templateId",
                template,
                "language",
                "pl",
                "signature",
                Map.of("signedName", "Robin Test"));
    }
}
