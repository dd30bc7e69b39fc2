package io.hairline.kit.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the services say of fields has a code in {@code docs/field-messages.md}, by which other languages say it. */
class FieldMessageTests {

    private static SaidOfFields said;

    @BeforeAll
    static void read() throws Exception {
        said = SaidOfFields.inSources();
    }

    @Test
    void hasACodeForEachMessageOfTheServices() {
        assertThat(said.messages())
                .hasSizeGreaterThan(300)
                .contains(
                        "must not be null", "must be an id: cli_ and 26 letters or digits", "must be within 180 days");
        assertThat(said.messages())
                .filteredOn(it -> of(it).code().equals(FieldMessage.OTHER))
                .as("add the sentence to docs/field-messages.md, and its words to the portal's bundles")
                .isEmpty();
    }

    @Test
    void findsTheWordsOfEachMessage() {
        assertThat(said.unclear()).as("say it in words where it is refused").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "must be at most 10 | at-most | 10",
                "must be at most 10 steps | most-prices | 10",
                "must be a day from 2026-12-01 to 2031-12-01 | between | 2026-12-01,2031-12-01",
                "is not a clinic of the brand; GET /api/v1/clinics lists them | unknown | clinic,/api/v1/clinics",
                "must be after \"from\", or on the next day at most 16 hours later | overnight | from,16",
                "must be like KELOIDS BLOCK; the effects are BLOCK, WAIT | rules-form | KELOIDS BLOCK,BLOCK, WAIT",
                "must be like HEAD_OFFICE; PRACTITIONER BER prc_ and 26 letters | role-form | HEAD_OFFICE; PRACTITIONER BER prc_",
                "must be COMPLETED, NO_SHOW, or empty for COMPLETED | choice | COMPLETED, NO_SHOW,COMPLETED",
                "must be true for a guest's, or empty | true-or-empty | ",
                "must have 1 to 100 entries | entries | 1,100",
                "nobody has said this before | other | "
            })
    void keepsThePartsOfAMessage(String message, String code, String values) {
        FieldMessage it = of(message);

        assertThat(it.code()).isEqualTo(code);
        assertThat(String.join(",", it.values())).isEqualTo(values == null ? "" : values);
        assertThat(it.message()).isEqualTo(message);
    }

    @Test
    void namesTheProblemOfALineThatIsRefusedAsAWhole() {
        assertThat(LineError.of(
                        3, Refusal.rule("client-underage", "Clients are 18 years old at least."), "dateOfBirth"))
                .containsExactly(new LineError(
                        3, "dateOfBirth", "Clients are 18 years old at least.", "client-underage", List.of()));
    }

    private static FieldMessage of(String message) {
        return FieldMessage.of(new Refusal.FieldError("field", message));
    }
}
