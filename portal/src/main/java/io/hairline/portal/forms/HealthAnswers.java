package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Sends a client's signed answers about health, and says what follows from them. */
final class HealthAnswers {

    private static final String ANSWER = "answer.";
    private static final String ENDED = "ended.";

    private HealthAnswers() {}

    /** Sends all answers of a form. */
    static JsonNode send(Api treatment, SubmittedForm form, String client) {
        Map<String, Boolean> answers = new TreeMap<>();
        Map<String, String> endedOn = new TreeMap<>();
        form.fields().keySet().stream().filter(it -> it.startsWith(ANSWER)).forEach(it -> {
            String code = it.substring(ANSWER.length());
            boolean yes = form.text(it).equals("yes");
            answers.put(code, yes);
            if (yes && form.has(ENDED + code)) {
                endedOn.put(code, form.text(ENDED + code));
            }
        });
        return treatment.post(
                form.once(),
                Map.of("clientId", client, "answers", answers, "endedOn", endedOn, "signature", form.signature()),
                "/questionnaires");
    }

    /** Nothing has changed since the last answers: they are given again. */
    static JsonNode repeat(Api treatment, SubmittedForm form) {
        return treatment.post(
                form.once(),
                Map.of("signature", form.signature()),
                "/questionnaires/{id}/repeat",
                form.text("questionnaireId"));
    }

    /** What the answers mean for the treatment is said at once. */
    static String notice(JsonNode answer) {
        List<String> effects = answer.path("findings")
                .valueStream()
                .map(it -> it.path("effect").asString(""))
                .toList();
        if (effects.contains("BLOCK")) {
            return Texts.text("notice.answered.block");
        }
        return answer.path("findings")
                .valueStream()
                .map(it -> it.path("waitUntil").asString(""))
                .filter(it -> !it.isEmpty())
                .max(Comparator.naturalOrder())
                .map(it -> Texts.text(
                        "notice.answered.wait", Texts.date(LocalDate.parse(it).plusDays(1))))
                .orElseGet(() -> Texts.text(withoutWaiting(effects)));
    }

    private static String withoutWaiting(List<String> effects) {
        if (effects.contains("DOCTORS_NOTE")) {
            return "notice.answered.note";
        }
        return effects.isEmpty() ? "notice.answered" : "notice.answered.talk";
    }
}
