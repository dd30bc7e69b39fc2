package io.hairline.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.chart.parts.Consultation;
import io.hairline.portal.pages.RenderedSection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The photo of the drawn line on the chart's page: where the client signs, as it was signed, and when it is gone. */
class HairlinePictureTests {

    private static final String PICTURE = "/clinic/cln_1/clients/cli_1/photos/pho_1\"";
    private static final String PHOTOS = """
            "photos": [{"id": "pho_1", "angle": "FRONT", "stage": "BEFORE", "takenAt": "2027-03-01T10:00:00Z"}]
            """;
    private static final String SIGNED = """
            "hairlineApprovals": [{"consultationId": "con_1", "approvedAt": "2027-03-01T10:30:00Z",
              "design": {"style": "SOFT", "photoId": "pho_1"}, "photo": {"photoId": "pho_1", "sha256": "ab", "withdrawn": %s}}]
            """;

    /** Who looks. */
    record May(boolean charts) {}

    @Test
    void isShownWhereTheClientSigns() {
        String page = page(drawn("pho_1", false), PHOTOS);

        assertThat(signing(page)).contains(PICTURE, "Photo of the drawn line: Front, Before");
    }

    @Test
    void ofAnotherClinicIsNamedAsClosed() {
        String page = page(drawn("pho_1", false));

        assertThat(page).contains("The picture of the line is closed to your clinic.");
        assertThat(page).doesNotContain("<img");
    }

    @Test
    void thatIsGoneBeforeTheSignatureLeavesNothingToSign() {
        String page = page(drawn("pho_1", true));

        assertThat(page)
                .contains("Without its picture this line can’t be signed.")
                .doesNotContain("<img", "/hairline-approval");
    }

    @Test
    void thatIsGoneAfterTheSignatureLeavesItValid() {
        String page = page(drawn("pho_1", true), SIGNED.formatted("true"));

        assertThat(page)
                .contains("Hairline approved by signature on", "A signature that was given with it stays valid.")
                .doesNotContain("<img", "can’t be signed", "/hairline-approval");
    }

    @Test
    void isSignedAnewWhereAnotherOneIsNamedAndStaysBesideTheEarlierSignature() {
        String page = page(drawn("pho_2", false), SIGNED.formatted("false"), PHOTOS);

        assertThat(page).contains("has yet to approve", "Signed on", "before the hairline was corrected", PICTURE);
        assertThat(signing(page)).doesNotContain(PICTURE);
    }

    @Test
    void isShownWithWhatWasCorrectedAwayOrSaidToBeTakenOut() {
        assertThat(page(corrected(false), PHOTOS)).contains("Until then it said", PICTURE);
        assertThat(page(corrected(true)))
                .contains("The picture of the line was taken out of the chart.")
                .doesNotContain("<img");
    }

    @Test
    void isSaidToTheClientToBePartOfWhatIsSigned() {
        assertThat(mine(false)).contains("The photo below is part of what is signed", "/me/photos/pho_1\"");
        assertThat(mine(true)).contains("was taken out of the chart").doesNotContain("part of what is signed", "<img");
    }

    @Test
    void isChosenAmongThePhotosAndStaysChosenWhenItIsGone() {
        assertThat(page(drawn("pho_1", false), PHOTOS))
                .containsPattern("name=\"hairline.photoId\".*<option value=\"pho_1\" selected=\"selected\">Front");
        assertThat(page(drawn("pho_2", true), PHOTOS))
                .containsPattern("<option value=\"pho_2\" selected(=\"selected\")?>The photo that is named now")
                .contains("<option value=\"pho_1\">Front");
        assertThat(page("\"consultations\": [%s]".formatted(consultation("{\"style\": \"SOFT\"}", false))))
                .doesNotContain("name=\"hairline.photoId\"");
    }

    private static String mine(boolean withdrawn) {
        Consultation drawn = JsonMapper.shared()
                .readValue(
                        consultation("{\"style\": \"SOFT\", \"photoId\": \"pho_1\"}", withdrawn), Consultation.class);
        return RenderedSection.of(
                "hairline", "photo-title", Map.of("drawn", drawn, "picture", "Photo of the drawn line: Front"));
    }

    /** From the form of the signature to the next form. */
    private static String signing(String page) {
        int from = page.indexOf("The client signs here");
        return page.substring(from, page.indexOf("</form>", from));
    }

    private static String drawn(String photo, boolean withdrawn) {
        return "\"consultations\": [%s]"
                .formatted(consultation("{\"style\": \"SOFT\", \"photoId\": \"%s\"}".formatted(photo), withdrawn));
    }

    private static String corrected(boolean withdrawn) {
        return """
                "consultations": [{"id": "con_1", "version": 2, "clinicId": "cln_1", "recordedAt": "2027-03-01T10:00:00Z",
                  "hairline": {"style": "SOFT"}, "corrections": [{"at": "2027-03-02T10:00:00Z", "reason": "Another photo.",
                    "was": {"hairline": {"style": "SOFT", "photoId": "pho_1"}}, "hairlinePhotoWithdrawn": %s}]}]
                """.formatted(withdrawn);
    }

    private static String consultation(String hairline, boolean withdrawn) {
        return """
                {"id": "con_1", "version": 1, "clinicId": "cln_1", "recordedAt": "2027-03-01T10:00:00Z",
                  "hairline": %s, "hairlinePhotoWithdrawn": %s}
                """.formatted(hairline, withdrawn);
    }

    private static String page(String... parts) {
        ChartParts all = JsonMapper.shared().readValue("{" + String.join(",", parts) + "}", ChartParts.class);
        return RenderedSection.of(
                "chart",
                "before-title",
                Map.of(
                        "all",
                        all,
                        "may",
                        new May(true),
                        "clinic",
                        Map.of("id", "cln_1"),
                        "clientId",
                        "cli_1",
                        "stranger",
                        false));
    }
}
