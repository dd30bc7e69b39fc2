package io.hairline.treatment.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.treatment.consultation.examination.ScalpExamination;
import io.hairline.treatment.consultation.examination.ScalpExamination.Sign;
import io.hairline.treatment.consultation.history.HairLoss;
import io.hairline.treatment.consultation.history.HairLoss.EarlierTreatment;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTests {

    @Test
    void nameEachEarlierTreatmentAndSignOnce() {
        List<EarlierTreatment> told =
                List.of(EarlierTreatment.OTHER, EarlierTreatment.MINOXIDIL, EarlierTreatment.OTHER);

        Findings findings = new Findings(
                Indication.SCAR,
                null,
                null,
                Fitzpatrick.II,
                Skin.OILY,
                "Hide it.",
                null,
                new HairLoss(null, null, told, null),
                null,
                null,
                new ScalpExamination(List.of(Sign.THIN_SKIN, Sign.SCAR_TISSUE, Sign.THIN_SKIN), null));

        assertThat(findings.examination())
                .isEqualTo(new ScalpExamination(List.of(Sign.THIN_SKIN, Sign.SCAR_TISSUE), null));
        assertThat(findings.hairLoss())
                .isEqualTo(new HairLoss(null, null, List.of(EarlierTreatment.MINOXIDIL, EarlierTreatment.OTHER), null));
    }
}
