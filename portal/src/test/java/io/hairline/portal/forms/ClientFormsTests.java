package io.hairline.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClientFormsTests {

    private static final String CONSULTATION = """
            "consultations": [{"id": "con_1", "recordedAt": "2026-03-01T10:00:00Z", "hairline": {"style": "SOFT"}}]
            """;
    private static final String OTHER_LINE = """
            "hairlineApprovals": [{"consultationId": "con_1", "design": {"style": "SHARP"}, "approvedAt": "2026-03-01T10:30:00Z"}]
            """;

    @Test
    void askForTheHairlineBeforeTheFirstSession() {
        assertThat(ClientForms.hairline(chart(CONSULTATION, sessionOn("2026-02-01"))))
                .hasValueSatisfying(it -> assertThat(it.done()).isFalse());
    }

    @Test
    void leaveOutAHairlineThatWasTreatedBeforeAnybodySigned() {
        assertThat(ClientForms.hairline(chart(CONSULTATION, sessionOn("2026-04-01"))))
                .isEmpty();
    }

    @Test
    void askAgainForAHairlineThatWasDrawnAnewDuringTheCourse() {
        assertThat(ClientForms.hairline(chart(CONSULTATION, sessionOn("2026-04-01"), OTHER_LINE)))
                .hasValueSatisfying(it -> assertThat(it.done()).isFalse());
    }

    @Test
    void leaveOutAHairlineWhosePictureIsGoneBeforeItIsSigned() {
        String gone = """
                "consultations": [{"id": "con_1", "recordedAt": "2026-03-01T10:00:00Z",
                  "hairline": {"style": "SOFT", "photoId": "pho_1"}, "hairlinePhotoWithdrawn": true}]
                """;
        String signed = """
                "hairlineApprovals": [{"consultationId": "con_1", "approvedAt": "2026-03-01T10:30:00Z",
                  "design": {"style": "SOFT", "photoId": "pho_1"}}]
                """;

        assertThat(ClientForms.hairline(chart(gone))).isEmpty();
        assertThat(ClientForms.hairline(chart(gone, signed)))
                .hasValueSatisfying(it -> assertThat(it.done()).isTrue());
    }

    private static String sessionOn(String day) {
        return "\"sessions\": [{\"startedAt\": \"" + day + "T09:00:00Z\"}]";
    }

    private static ClientForms.Chart chart(String... parts) {
        return JsonMapper.shared().readValue("{" + String.join(",", parts) + "}", ClientForms.Chart.class);
    }
}
