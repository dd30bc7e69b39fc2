package io.hairline.portal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hairline.portal.api.ApiProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.LinkedMultiValueMap;

class SubmittedFormTests {

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static SubmittedForm form(String name, String... values) {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.put(name, List.of(values));
        return new SubmittedForm(fields);
    }

    @ParameterizedTest
    @CsvSource({"1000,1000", "12.50,12.50", "'12,50',12.50", "'0,5',0.5", "' 7 ',7"})
    void readsAmounts(String typed, BigDecimal amount) {
        assertThat(form("amount", typed).amount("amount")).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.000",
                "1,000",
                "1.000,00",
                "1,000.00",
                "1e3",
                "1E3",
                "-5",
                "+5",
                "1 000",
                "1’000",
                ".5",
                "5.",
                "",
                "ten"
            })
    void doesNotGuessWhatAnAmountMeans(String typed) {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        SubmittedForm form = form("amount", typed);

        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> form.amount("amount"))
                .satisfies(it -> {
                    assertThat(it.errors())
                            .containsExactly(
                                    "Amount: Write the amount like 1000 or 12.50, without thousands separators");
                    assertThat(it.error("amount")).isNotNull();
                    assertThat(it.status()).isEqualTo(400);
                    assertThat(it.canBeCorrected()).isTrue();
                });
    }

    @Test
    void takesSignsWhereAnAmountMayBeLessThanNothing() {
        assertThat(form("correction", "-12,50").signedAmount("correction")).isEqualTo(new BigDecimal("-12.50"));
        assertThat(form("correction", "3").signedAmount("correction")).isEqualTo(new BigDecimal("3"));
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> form("correction", "-1.000").signedAmount("correction"));
    }

    /** A millilitre has a thousand parts. */
    @Test
    void readsQuantitiesWithThreeDecimals() {
        assertThat(form("millilitres", "1,250").number("millilitres")).isEqualTo(new BigDecimal("1.250"));
        assertThat(form("millilitres", "-2").number("millilitres")).isEqualTo(new BigDecimal("-2"));
        assertThat(form("millilitres", "two").number("millilitres"))
                .as("the service says what it wants")
                .isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1E-2", "+4", ".5", "5."})
    void refusesQuantitiesThatPeopleWriteInNoSuchWay(String text) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> form("millilitres", text).number("millilitres"))
                .satisfies(it -> assertThat(it.error("millilitres")).isNotNull());
    }

    @Test
    void isForTheSameVersionAfterAnInputErrorAndForTheLatestAfterAnothersChange() {
        SubmittedForm form = form("version", "3");
        ApiProblem input = ApiProblem.input("price", "field.amount-form");
        ApiProblem changed = ApiProblem.refused(412, ApiProblem.CHANGED_SINCE, "…");

        assertThat(form.again(input).version(4)).isEqualTo(3);
        assertThat(form.again(changed).version(4)).isEqualTo(4);
        assertThat(form("price", "9").again(changed).text("price")).isEqualTo("9");
        assertThat(SubmittedForm.empty().version(4)).isEqualTo(4);
    }
}
