package io.hairline.portal.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.input.SubmittedForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class ConsultationFieldsTests {

    @Test
    void sendNothingThatWasNotFilledIn() {
        SubmittedForm form =
                form(Map.of("hairLoss.sinceYear", "", "hairLoss.course", "", "wish.shape", "", "goals", "as before"));

        assertThat(ConsultationFields.of(form)).isEqualTo(Map.of("goals", "as before"));
    }

    @Test
    void sendWhatWasFilledIn() {
        SubmittedForm form = form(Map.of(
                "hairLoss.sinceYear", "2019", "wish.density", "LIGHT", "expectations.clientSaid", "Like at 20."));
        form.fields().addAll("hairLoss.earlierTreatments", List.of("MINOXIDIL", "LASER"));
        form.fields().addAll("examination.signs", List.of("SCAR_TISSUE", "MOLES"));

        assertThat(ConsultationFields.of(form))
                .containsEntry(
                        "hairLoss",
                        Map.of("sinceYear", new BigDecimal("2019"), "earlierTreatments", List.of("MINOXIDIL", "LASER")))
                .containsEntry("wish", Map.of("density", "LIGHT"))
                .containsEntry("examination", Map.of("signs", List.of("SCAR_TISSUE", "MOLES")))
                .containsEntry("expectations", Map.of("clientSaid", "Like at 20."));
    }

    @Test
    void sendThePhotoOfALineWithOrWithoutItsEdgeSoThatNoneIsLost() {
        assertThat(ConsultationFields.of(form(Map.of("hairline.style", "SOFT", "hairline.photoId", "pho_1"))))
                .containsEntry("hairline", Map.of("style", "SOFT", "photoId", "pho_1"));
        assertThat(ConsultationFields.of(form(Map.of("hairline.style", "", "hairline.photoId", "pho_1"))))
                .containsEntry("hairline", Map.of("photoId", "pho_1"));
    }

    private static SubmittedForm form(Map<String, String> fields) {
        LinkedMultiValueMap<String, String> all = new LinkedMultiValueMap<>();
        fields.forEach(all::add);
        return new SubmittedForm(all);
    }
}
