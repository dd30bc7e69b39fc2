package io.hairline.launcher.history;

import io.hairline.launcher.history.drawing.ScalpDrawing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drawn pictures of a few clients, what was seen of their healing, and harms that were reported, so that the pages have some. */
final class DemoPhotos {

    private static final Set<Integer> PICTURED = Set.of(1, 8, 14, 17, 18, 24, 35, 71);
    private static final Map<Integer, String> HARMED = Map.of(24, "MILD", 14, "MODERATE", 209, "MODERATE");
    private static final Duration HEALS = Duration.ofDays(30);

    private final BackdatedClient api;
    private final int number;
    private final String client;
    private final String practitioner;
    private final Instant now;

    DemoPhotos(BackdatedClient api, int number, String client, String practitioner, Instant now) {
        this.api = api;
        this.number = number;
        this.client = client;
        this.practitioner = practitioner;
        this.now = now;
    }

    /** Before the first needle, once the client has agreed to pictures in the chart. */
    void before(Instant at, String session, String language, Map<String, String> signature) {
        if (PICTURED.contains(number)) {
            post(
                    at,
                    "photo-consent",
                    "/consents",
                    Map.of(
                            "clientId",
                            client,
                            "purpose",
                            "CLINICAL_PHOTO",
                            "templateId",
                            "clinical-photo-" + language + "-1",
                            "language",
                            language,
                            "signature",
                            signature));
            take(at, session, "BEFORE");
        }
    }

    /** After the last session, and once the skin has healed. */
    void after(Instant at, String session, String lot) {
        Instant healed = at.plus(HEALS);
        if (PICTURED.contains(number)) {
            take(at, session, "AFTER");
            if (healed.isBefore(now)) {
                List<String> photos = take(healed, session, "HEALED");
                post(
                        healed,
                        "healed",
                        "/healing-assessments",
                        Map.of(
                                "sessionId",
                                session,
                                "result",
                                "HEALED",
                                "photoIds",
                                photos,
                                "retentionPercent",
                                78 + number % 15));
            }
        }
        String severity = HARMED.get(number);
        if (severity != null && at.plus(Duration.ofDays(9)).isBefore(now)) {
            harm(at.plus(Duration.ofDays(2)), session, lot, severity);
        }
    }

    private void harm(Instant at, String session, String lot, String severity) {
        String harm = post(
                at,
                "harm",
                "/adverse-events",
                Map.of(
                        "clientId",
                        client,
                        "sessionId",
                        session,
                        "lotId",
                        lot,
                        "severity",
                        severity,
                        "description",
                        severity.equals("MILD")
                                ? "Redness that lasted two days longer than expected."
                                : "Swelling around the crown; a doctor looked at it."));
        String path = "/adverse-events/" + harm;
        post(at.plus(Duration.ofDays(3)), "harm-again", path + "/follow-ups", Map.of("text", "Much better."));
        if (number < 200) {
            post(at.plus(Duration.ofDays(7)), "harm-over", path + "/close", Map.of("outcome", "RECOVERED"));
        }
    }

    private List<String> take(Instant at, String session, String stage) {
        return ScalpDrawing.ANGLES.stream()
                .map(angle -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    fields.put("clientId", client);
                    fields.put("sessionId", session);
                    fields.put("angle", angle);
                    fields.put("stage", stage);
                    return api.upload(
                                    "treatment",
                                    practitioner,
                                    at,
                                    "/photos",
                                    fields,
                                    ScalpDrawing.png(number, angle, stage))
                            .path("id")
                            .asString();
                })
                .toList();
    }

    private String post(Instant at, String step, String path, Map<String, ?> body) {
        return api.post("treatment", practitioner, at, "history-" + number + "-" + step, path, body)
                .path("id")
                .asString();
    }
}
