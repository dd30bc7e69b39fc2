package io.hairline.headoffice.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingCorrected;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingWithdrawn;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TrainingTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Test
    void refusesToEndBeforeItIsIssued() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts("US", FIRST.minusDays(1)))
                .satisfies(it -> assertThat(it.errors().getFirst().field()).isEqualTo("validUntil"));
    }

    @Test
    void isCorrectedOnlyIntoSomethingElse() {
        Training training = training("US");

        assertThat(training.correct(training.facts()).event()).isNull();
        assertThat(training.correct(facts("US-NY", FIRST)).event()).isInstanceOf(TrainingCorrected.class);
    }

    @Test
    void isWithdrawnOnceAndStaysSo() {
        Training withdrawn = training("US").withdraw("OTHER").next();

        assertThat(training("US").withdraw("OTHER").event())
                .isEqualTo(new TrainingWithdrawn(withdrawn.id(), withdrawn.practitionerId(), "OTHER"));
        assertThat(withdrawn.withdraw("ENTERED_WRONGLY").event()).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> withdrawn.correct(facts("US", FIRST)))
                .satisfies(it -> assertThat(it.slug()).isEqualTo("illegal-move"));
        assertThat(withdrawn.counts(TrainingKind.BLOOD_BORNE_PATHOGENS, "US")).isFalse();
    }

    @Test
    void aCountrysCountsInItsPartsAndAPartsNowhereElse() {
        assertThat(training("US").counts(TrainingKind.BLOOD_BORNE_PATHOGENS, "US-CA"))
                .isTrue();
        assertThat(training("US-NY").counts(TrainingKind.BLOOD_BORNE_PATHOGENS, "US-CA"))
                .isFalse();
        assertThat(training("US").counts(TrainingKind.FIRST_AID, "US-CA")).isFalse();
    }

    private static Training training(String jurisdiction) {
        return Training.record(
                        DemoIds.training(1, "US"), DemoIds.practitioner(1), facts(jurisdiction, FIRST.plusYears(1)))
                .next();
    }

    private static TrainingFacts facts(String jurisdiction, LocalDate until) {
        return new TrainingFacts(TrainingKind.BLOOD_BORNE_PATHOGENS, jurisdiction, FIRST, until, null);
    }
}
