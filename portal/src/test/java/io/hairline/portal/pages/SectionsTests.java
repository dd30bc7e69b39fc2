package io.hairline.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sections of the client's and the practitioner's pages, from what the services answer. */
class SectionsTests {

    /** A passage of a page, as {@code PagePart} gives it. */
    record Part(boolean there, String note, List<?> value) {}

    /** What has words of its own. */
    record Worded(String words, String days) {}

    /** A plan after a session. */
    record Weeks(String words, List<Worded> steps) {}

    /** A choice of a form. */
    record Choice(String id, String words) {}

    @Test
    void offerAPassForAVisitThatIsToCome() {
        Map<String, Object> model = new HashMap<>(Map.of("clinics", List.of(), "passes", pass(true)));
        model.put("visits", List.of());
        assertThat(RenderedSection.of("record", "passes-title", model)).doesNotContain("appointmentId");

        model.put("visits", List.of(new Choice("apt_1", "Touch-up, Monday")));

        assertThat(RenderedSection.of("record", "passes-title", model))
                .contains("name=\"appointmentId\"", "Touch-up, Monday", "for one visit", "/revoke");
    }

    @Test
    void offerNoWayToRevokeAPassThatIsOver() {
        Map<String, Object> model = Map.of("clinics", List.of(), "visits", List.of(), "passes", pass(false));

        assertThat(RenderedSection.of("record", "passes-title", model))
                .contains("Over")
                .doesNotContain("/revoke");
    }

    @Test
    void nameTheRisksAndTheNumbingOfAPlan() {
        Map<String, Object> model = Map.of(
                "risks",
                List.of(new Worded("An infection.", "")),
                "plan",
                Map.of("numbing", new Worded("Yes, with Cream", "")));

        assertThat(RenderedSection.of("plan", "risks-title", model)).contains("An infection.");
        assertThat(RenderedSection.of("plan", "numbing-title", model)).contains("Yes, with Cream");
    }

    @Test
    void planTheWeeksAfterASession() {
        Weeks weeks = new Weeks("Scar", List.of(new Worded("No strong sun", "1 March to 31 March")));
        Map<String, Object> model = Map.of("plans", new Part(true, "", List.of(weeks)));

        assertThat(RenderedSection.of("aftercare", "plan-title", model))
                .contains("Your weeks after the session", "Scar", "No strong sun", "1 March to 31 March");
    }

    @Test
    void nameAllergiesAtTheChairAndOnTheMatchCard() {
        List<Worded> known = List.of(new Worded("Pigment: Rash, severe", ""));

        assertThat(RenderedSection.of("chair", "chair-allergies", Map.of("allergies", known)))
                .contains("Pigment: Rash, severe");
        assertThat(RenderedSection.of("match-card", "match-allergies", Map.of("card", Map.of("allergies", known))))
                .contains("Pigment: Rash, severe");
    }

    private static Part pass(boolean inForce) {
        Map<String, Object> it = new HashMap<>(Map.of("id", "pas_1", "inForce", inForce, "until", LocalDate.EPOCH));
        it.put("revokedAt", null);
        Map<String, Object> line =
                Map.of("it", it, "clinic", "Berlin", "purpose", "For treatment", "until", "8 March", "forVisit", true);
        return new Part(true, "", List.of(line));
    }
}
