package io.hairline.portal.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.clinic.ClinicFrame.Permissions;
import io.hairline.portal.pages.RenderedSection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursPageTests {

    @ParameterizedTest
    @ValueSource(strings = {"closed-title", "numbing-title"})
    void showsFormsOnlyToThoseWhoMaySendThem(String heading) {
        assertThat(section(heading, true)).contains("<form");
        assertThat(section(heading, false)).contains("<h2").doesNotContain("<form", "<button");
    }

    @Test
    void marksTheRefusedFieldOfAClosedDay() {
        Map<String, Object> model = model(true);
        model.put("alert", ApiProblem.input("date", "field.day-form"));

        assertThat(RenderedSection.of("hours", "closed-title", model))
                .containsOnlyOnce("aria-invalid=\"true\"")
                .containsPattern("<input id=\"date\"[^>]*aria-invalid");
    }

    private static String section(String heading, boolean manage) {
        return RenderedSection.of("hours", heading, model(manage));
    }

    private static Map<String, Object> model(boolean manage) {
        return new HashMap<>(Map.of(
                "may",
                new Permissions(false, false, false, false, manage, false),
                "clinic",
                Map.of("id", "cln_1"),
                "version",
                4L,
                "today",
                LocalDate.parse("2027-03-01"),
                "closedDays",
                List.of(),
                "numbing",
                true,
                "reasons",
                List.of("HOLIDAY")));
    }
}
