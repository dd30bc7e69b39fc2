package io.hairline.portal.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.clinic.Stock;
import io.hairline.portal.input.SubmittedForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.LinkedMultiValueMap;

class CupTests {

    private static final UsableLots LOTS = new UsableLots(List.of(
            lot("lot_1", "Kuro", "7-A", "PIGMENT"),
            lot("lot_2", "Sumi", "7a", "PIGMENT"),
            lot("lot_3", "Kuro", "8", "PIGMENT"),
            lot("lot_4", "Hari", "8", "NEEDLE")));

    private final LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysWhatWasUsedAndLeavesOutEmptyRows() {
        row("", "", "", "");
        row(" 8 ", "0,5", "2", "1");

        assertThat(pigments())
                .containsExactly(Map.of(
                        "lotId",
                        "lot_3",
                        "millilitres",
                        new BigDecimal("0.5"),
                        "dilution",
                        new BigDecimal("2"),
                        "cup",
                        new BigDecimal("1")));
    }

    @ParameterizedTest
    @CsvSource({"0.5,''", "'',2"})
    void refusesARowWithoutItsLotAndNamesTheRow(String millilitres, String dilution) {
        row("8", "0.5", "", "");
        row("", "", "", "");
        row("", millilitres, dilution, "");

        assertThatThrownBy(this::pigments).isInstanceOf(ApiProblem.class).hasMessageContaining("Line 2");
        assertThat(Cup.of(new SubmittedForm(fields))).element(1).isEqualTo(new Cup("", millilitres, dilution, ""));
    }

    @Test
    void asksWhichLotWhereTwoMakersHaveItsNumber() {
        row("7A", "0.5", "", "");

        assertThatThrownBy(this::pigments).isInstanceOf(ApiProblem.class).hasMessageContainingAll("Kuro", "Sumi");
    }

    @Test
    void takesTheLotThatIsChosenByItsWholeName() {
        List<UsableLots.Choice> choices = LOTS.choices();
        choices.stream().filter(it -> !it.lot().isNeedle()).forEach(it -> row(it.typed(), "1", "", ""));

        assertThat(choices)
                .extracting(UsableLots.Choice::typed)
                .containsExactly("Kuro Black, lot 7-A", "Sumi Black, lot 7a", "8", "8");
        assertThat(pigments()).extracting(it -> it.get("lotId")).containsExactly("lot_1", "lot_2", "lot_3");
    }

    private void row(String lot, String millilitres, String dilution, String number) {
        fields.add("cup.lot", lot);
        fields.add("cup.millilitres", millilitres);
        fields.add("cup.dilution", dilution);
        fields.add("cup.number", number);
    }

    private List<Map<String, Object>> pigments() {
        return Cup.pigments(new SubmittedForm(fields), LOTS);
    }

    private static Stock.Lot lot(String id, String maker, String number, String kind) {
        return new Stock.Lot(
                id, maker, "Black", null, number, null, null, null, "IN_USE", kind, null, null, null, null, null);
    }
}
