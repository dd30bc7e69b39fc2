package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question about health, as treatment asks it. */
record HealthQuestion(
        String code, @Nullable Boolean optional, @Nullable Integer waitDays, Map<String, String> texts) {

    private static final String ENGLISH = "en";

    /** As they are asked in a clinic. */
    static List<HealthQuestion> in(Api treatment, String clinic) {
        return treatment.list(HealthQuestion.class, "/questionnaires/questions", Map.of("clinicId", clinic));
    }

    /** As they are asked in the home clinic of the client who reads. */
    static List<HealthQuestion> mine(Api treatment) {
        return treatment.list(HealthQuestion.class, "/questionnaires/questions", Map.of());
    }

    public String words() {
        return texts.getOrDefault(Texts.locale().getLanguage(), texts.getOrDefault(ENGLISH, CodeLabels.plain(code)));
    }

    public boolean isNeeded() {
        return !Boolean.TRUE.equals(optional);
    }
}
