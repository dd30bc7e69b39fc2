package io.hairline.treatment.consultation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.kit.Refusal;
import io.hairline.treatment.consultation.history.HairLoss.EarlierTreatment;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HairLossTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    @Test
    void beganInAYearThatHasCome() {
        assertThatCode(() -> since(2027).requireBegunBy(TODAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> since(2028).requireBegunBy(TODAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void namesEachEarlierTreatmentOnce() {
        HairLoss told = new HairLoss(
                null, null, List.of(EarlierTreatment.OTHER, EarlierTreatment.MINOXIDIL, EarlierTreatment.OTHER), null);

        assertThat(told.eachOnce().earlierTreatments())
                .containsExactly(EarlierTreatment.MINOXIDIL, EarlierTreatment.OTHER);
    }

    @Test
    void showsAllThatWasSentToThoseWhoJudgeIt() {
        HairLoss sent = new HairLoss(null, null, Collections.nCopies(11, EarlierTreatment.LASER), null);

        assertThat(sent.earlierTreatments()).hasSize(11);
    }

    @Test
    void tellsNothingTriedFromNotAsked() {
        assertThat(since(2020).earlierTreatments()).isNull();
        assertThat(new HairLoss(null, null, List.of(), null).earlierTreatments())
                .isEmpty();
    }

    private static HairLoss since(int year) {
        return new HairLoss(year, null, null, null);
    }
}
