package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.pages.RenderedSection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChairDayTests {

    private static final OffsetDateTime NINE = OffsetDateTime.parse("2026-11-30T09:00:00+01:00");
    private static final Clinic BERLIN = new Clinic(
            "cln_1",
            "BER",
            "Berlin",
            "reg_1",
            "Europe/Berlin",
            "EUR",
            52.5,
            13.4,
            1L,
            null,
            null,
            null,
            null,
            List.of(
                    new Clinic.Chair("chr_2", "Window"),
                    new Clinic.Chair("chr_1", "Door"),
                    new Clinic.Chair("chr_3", "Attic")),
            null,
            null,
            null);
    private static final Readiness RED = new Readiness(
            "RED", List.of(step("PATCH_TEST", "DONE"), step("QUESTIONNAIRE", "WARNING"), step("CONSENT", "MISSING")));

    record May(boolean treat, boolean charts) {}

    @Test
    void listsEachChairOnceWithTheNextVisitFirstAndLeavesOutThoseThatNobodyComesTo() {
        List<ChairDay> chairs = ChairDay.of(
                BERLIN,
                List.of(
                        visit("chr_1", 3, "Late"),
                        visit("chr_9", 0, "Nowhere"),
                        visit("chr_2", 1, "Other"),
                        visit("chr_1", 0, "Early")),
                it -> "P. Kaya");

        assertThat(chairs).extracting(ChairDay::name).containsExactly("Window", "Door", "No chair");
        assertThat(chairs.get(1).places()).extracting(ChairDay.Place::client).containsExactly("Early", "Late");
    }

    @Test
    void namesWhatIsMissingFirstAndNothingThatIsDone() {
        ChairDay.Place place = new ChairDay.Place(visit("chr_1", 0, "A. Client").it(), "A. Client", "P. Kaya", RED);

        assertThat(place.open()).extracting(Readiness.Step::code).containsExactly("CONSENT", "QUESTIONNAIRE");
    }

    @Test
    void showsTheLightWhatIsMissingAndWhoBringsIt() {
        List<ChairDay> chairs = ChairDay.of(BERLIN, List.of(visit("chr_1", 0, "A. Client")), it -> "P. Kaya");

        String page = page(chairs, true);

        assertThat(page)
                .contains("Door", "A. Client", "with P. Kaya", "Not ready", "light-red", "To do: ")
                .contains("/clinic/cln_1/appointments/apt_0/chair", "/match-card")
                .containsOnlyOnce("/clinic/cln_1/appointments/apt_0/health");
        assertThat(page(chairs, false)).contains("A. Client").doesNotContain("/match-card", "/health");
        assertThat(page(List.of(), true)).contains("Nobody is expected any more today.");
    }

    private static String page(List<ChairDay> chairs, boolean treats) {
        return RenderedSection.of(
                "chairs",
                "chairs-title",
                Map.of("chairs", PagePart.of(() -> chairs), "clinic", BERLIN, "may", new May(treats, treats)));
    }

    private static Readiness.Step step(String code, String state) {
        return new Readiness.Step(code, state, "CLIENT", null, false, null, null, null);
    }

    private static Day.Visit visit(@Nullable String chair, int hours, String client) {
        OffsetDateTime at = NINE.plusHours(hours);
        Appointment it = new Appointment(
                "apt_" + hours,
                1,
                "CONFIRMED",
                "cli_1",
                "cln_1",
                "prc_1",
                chair,
                "SESSION_1",
                at,
                at.plusMinutes(45),
                at.toLocalDateTime(),
                "Europe/Berlin",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Day.Visit(it, client, RED);
    }
}
