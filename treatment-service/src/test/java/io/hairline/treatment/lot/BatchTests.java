package io.hairline.treatment.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.kit.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTests {

    private static final Batch RAVEN = Batch.of("Sacred Tattoo Ink", "Raven Black", "RB0624");

    @ParameterizedTest
    @CsvSource({
        "Sacred Tattoo Ink,Raven Black,rb 0624",
        "SACRED  TATTOO-INK,raven-black,RB-0624",
        "Sacred Tattoo Ink.,Raven_Black,#RB/0624",
        "\uff33acred Tattoo Ink,Raven Black,\uff32\uff220624"
    })
    void isTheSameHoweverItIsTyped(String maker, String product, String lotNumber) {
        assertThat(Batch.of(maker, product, lotNumber)).isEqualTo(RAVEN);
    }

    @ParameterizedTest
    @CsvSource({
        "Sacred Tattoo Ink,Raven Black,RB0625",
        "Sacred Tattoo,Raven Black,RB0624",
        "Sacred Tattoo Ink,Black,RB0624"
    })
    void isAnotherWhenAnythingOnTheLabelDiffers(String maker, String product, String lotNumber) {
        assertThat(Batch.of(maker, product, lotNumber)).isNotEqualTo(RAVEN);
    }

    @Test
    void keepsMarksThatMakeOtherLetters() {
        assertThat(Batch.of("M", "P", "\u0e01\u0e34")).isNotEqualTo(Batch.of("M", "P", "\u0e01\u0e35"));
    }

    @Test
    void isNothingWithoutALetterOrDigit() {
        assertThatThrownBy(() -> Batch.of("Maker", "Product", "--"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("lotNumber"));
    }
}
