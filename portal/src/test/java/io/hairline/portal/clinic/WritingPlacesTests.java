package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.pages.RenderedSection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Who works in two clinics is led to the one where the client is written about. */
class WritingPlacesTests {

    private static final List<Clinic> ALL = List.of(clinic("cln_1", "Soho"), clinic("cln_2", "Mitte"));

    /** Who looks. */
    record May(boolean charts) {}

    @Test
    void leadToTheClinicThatTheClientVisits() {
        assertThat(sentence(List.of("cln_2"), true))
                .contains(
                        "The client neither belongs to Soho nor visits it",
                        "href=\"/clinic/cln_2/clients/cli_1/chart\"",
                        "Go on in Mitte");
    }

    @Test
    void saySoOnlyToWhoWritesThereAndNotHere() {
        assertThat(sentence(List.of("cln_1", "cln_2"), true)).doesNotContain("nor visits it");
        assertThat(sentence(List.of(), true)).doesNotContain("nor visits it");
        assertThat(sentence(List.of("cln_2"), false)).doesNotContain("nor visits it");
        assertThat(WritingPlaces.of(List.of("cln_1", "cln_2"), ALL, "cln_1").here())
                .isTrue();
        assertThat(WritingPlaces.of(List.of("cln_2"), ALL, "cln_1").here()).isFalse();
    }

    @Test
    void sayThatThePageIsClosedUnlessTheyLeadOn() {
        assertThat(WritingPlaces.of(List.of("cln_2"), ALL, "cln_1").closedWords("chart.shut"))
                .isNull();
        assertThat(WritingPlaces.of(List.of(), ALL, "cln_1").closedWords("chart.shut"))
                .isEqualTo("This chart is closed to your clinic.");
    }

    @Test
    void leaveNothingUnsaidOfAPartThatIsClosed() {
        PagePart<String> shut = PagePart.of(
                () -> {
                    throw ApiProblem.unknown();
                },
                "Closed.");
        PagePart<String> away = PagePart.of(
                () -> {
                    throw ApiProblem.away("Treatment");
                },
                null);

        assertThat(shut.note()).isEqualTo("Closed.");
        assertThat(away.note()).isNotBlank();
    }

    private static String sentence(List<String> receiving, boolean charts) {
        return RenderedSection.of(
                "clinic-frame",
                "elsewhere-words",
                Map.of(
                        "writing",
                        WritingPlaces.of(receiving, ALL, "cln_1"),
                        "clinic",
                        ALL.getFirst(),
                        "clientId",
                        "cli_1",
                        "may",
                        new May(charts),
                        "page",
                        "/chart"));
    }

    private static Clinic clinic(String id, String name) {
        return JsonMapper.shared().readValue("""
                        {"id": "%s", "code": "X", "name": "%s", "regionId": "reg_1", "zone": "Europe/London", "currency": "GBP",
                          "latitude": 1, "longitude": 1}
                        """.formatted(id, name), Clinic.class);
    }
}
