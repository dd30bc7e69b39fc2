package io.hairline.portal.brand;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many sessions treatment suggests after a consultation, and why. */
public record CourseSuggestion(int sessions, List<String> reasons) {

    /** In one line; empty while the consultation isn't recorded, and if treatment doesn't answer. */
    public static String words(Api treatment, String consultation) {
        return PagePart.of(() -> treatment.read(
                        CourseSuggestion.class, "/plans/suggestion", Map.of("consultationAppointmentId", consultation)))
                .or(new CourseSuggestion(0, List.of()))
                .words();
    }

    String words() {
        return sessions == 0
                ? ""
                : Texts.text(
                        "plan.suggested",
                        sessions,
                        reasons.stream()
                                .map(it -> CodeLabels.label("plan.suggested", it))
                                .collect(Collectors.joining("; ")));
    }
}
