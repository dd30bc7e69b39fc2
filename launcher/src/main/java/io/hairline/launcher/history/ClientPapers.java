package io.hairline.launcher.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a client signs and shows before the first session: questionnaire, patch test, identity, consent.
 *
 * @param answers to every question of the questionnaire
 */
record ClientPapers(BackdatedClient api, DemoStock stock, Map<String, Boolean> answers) {

    private static final String TREATMENT = "treatment";
    private static final List<String> GERMAN = List.of("BER", "HAM", "VIE");

    /**
     * All of them.
     *
     * @param keys the beginning of the idempotency keys
     * @param practitioner the login of the practitioner
     * @param read when the patch test is read, two days later at the soonest
     * @param outdoors whether the client works in the sun
     */
    void sign(
            String keys,
            String clinicCode,
            String client,
            String practitioner,
            Instant at,
            Instant read,
            boolean outdoors) {
        Map<String, Boolean> answered = new HashMap<>(answers);
        answered.put("OUTDOOR_WORK", outdoors);
        done(
                practitioner,
                at,
                keys + "questions",
                "/questionnaires",
                Map.of("clientId", client, "answers", answered, "signature", signature()));
        String patchTest = done(
                practitioner,
                at,
                keys + "patch",
                "/patch-tests",
                Map.of("clientId", client, "lotId", stock.pigmentOn(clinicCode, at)));
        String desk = "desk-" + clinicCode.toLowerCase(Locale.ROOT);
        done(desk, at, keys + "identity", "/identity-checks", Map.of("clientId", client, "document", "ID_CARD"));
        String language = GERMAN.contains(clinicCode) ? "de" : "en";
        done(
                practitioner,
                at,
                keys + "consent",
                "/consents",
                Map.of(
                        "clientId",
                        client,
                        "purpose",
                        "TREATMENT",
                        "templateId",
                        stock.consentIn(language),
                        "language",
                        language,
                        "signature",
                        signature()));
        done(practitioner, read, keys + "patch-read", "/patch-tests/" + patchTest + "/read", Map.of("result", "PASS"));
    }

    private String done(String who, Instant at, String key, String path, Map<String, ?> body) {
        return api.post(TREATMENT, who, at, key, path, body).path("id").asString();
    }

    static Map<String, String> signature() {
        return Map.of(
                "signedName", "Signed in the clinic", "overrideReason", "The form was signed on paper in the clinic.");
    }
}
