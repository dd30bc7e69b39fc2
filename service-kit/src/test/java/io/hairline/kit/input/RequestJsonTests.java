package io.hairline.kit.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.Hours;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class RequestJsonTests {

    private static final JsonMapper JSON = RequestJson.of(JsonMapper.builder().build());

    enum Level {
        LOW,
        HIGH
    }

    record Inner(@Nullable LocalTime until) {}

    record Everything(
            @Nullable String name,
            @Nullable @Paragraphs String reason,
            @Nullable LocalDate date,
            @Nullable Instant instant,
            @Nullable OffsetDateTime startsAt,
            @Nullable Level level,
            @Nullable DayOfWeek day,
            @Nullable Boolean agreed,
            @Nullable Integer minutes,
            @Nullable Long count,
            @Nullable Double latitude,
            @Nullable BigDecimal millilitres,
            @Nullable Currency currency,
            @Nullable ClientId clientId,
            @Nullable Money price,
            @Nullable List<Inner> openingHours,
            @Nullable List<Hours> shifts,
            @Nullable List<String> words,
            @Nullable Map<String, Boolean> answers) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name                  | true                      | text in quotes
            name                  | 5                         | text in quotes
            name                  | ["a"]                     | text in quotes
            name                  | "a\\u0000b"               | U+0000
            name                  | "a\\nb"                   | one line
            name                  | "a\\u202Eb"               | U+202E
            date                  | 20000                     | a date like 2027-03-01
            date                  | "20000"                   | a date like 2027-03-01
            date                  | [2027,3,1]                | a date like 2027-03-01
            date                  | "2027-02-30"              | a date like 2027-03-01
            date                  | "2999-01-01"              | a day in the years 1850 to 2199
            date                  | ""                        | a date like 2027-03-01
            date                  | "+999999999-01-01"        | a date like 2027-03-01
            instant               | 1800000000                | an instant like 2027-03-01T09:30:00Z
            instant               | 1800000000.5              | an instant like 2027-03-01T09:30:00Z
            instant               | "1800000000"              | an instant like 2027-03-01T09:30:00Z
            startsAt              | 1800000000                | a time with offset like
            startsAt              | "2027-03-01T09:30"        | a time with offset like
            level                 | 1                         | one of LOW, HIGH
            level                 | "1"                       | one of LOW, HIGH
            level                 | "low"                     | one of LOW, HIGH
            level                 | ""                        | one of LOW, HIGH
            day                   | 1                         | one of MONDAY
            agreed                | "true"                    | true or false
            agreed                | 1                         | true or false
            agreed                | ""                        | true or false
            minutes               | "30"                      | a whole number
            minutes               | 30.0                      | a whole number
            minutes               | 30.5                      | a whole number
            minutes               | true                      | a whole number
            minutes               | ""                        | a whole number
            minutes               | 99999999999               | a whole number
            count                 | 1e3                       | a whole number
            latitude              | "48.2"                    | a number
            latitude              | false                     | a number
            millilitres           | true                      | a decimal number
            millilitres           | "a lot"                   | a decimal number
            millilitres           | " 12"                     | a decimal number
            millilitres           | "1e3"                     | a decimal number
            currency              | 978                       | a currency's three letters
            currency              | "EURO"                    | a currency's three letters
            clientId              | 7                         | an id: cli_ and 26
            clientId              | "nonsense"                | an id: cli_ and 26
            price.amount          | {"amount":true,"currency":"EUR"}   | a decimal number
            price.currency        | {"amount":1,"currency":978}        | text in quotes
            price                 | {"amount":1.234,"currency":"EUR"}  | EUR has 2 decimals
            price                 | "480 EUR"                 | an object
            price                 | []                        | an object
            openingHours[0].until | [{"until":24}]            | a time of day like 09:30
            openingHours[0].until | [{"until":"25:00"}]       | a time of day like 09:30
            openingHours[1].to    | [{},{"to":"12:00"}]       | is not a field
            openingHours          | {"until":"12:00"}         | a list
            shifts[0]             | [{"day":"MONDAY","from":"18:00","until":"18:00"}] | Hours end at another time
            shifts[0].from        | [{"day":"MONDAY","from":"x","until":"02:00"}]     | a time of day like 09:30
            words[1]              | ["a","b\\tc"]             | one line
            words[0]              | [1]                       | text in quotes
            answers.a             | {"a":"true"}              | true or false
            answers               | {"a\\u0000":true}         | names of plain text
            """)
    void takesNothingForWhatItIsNot(String field, String value, String rule) {
        String name = field.replaceFirst("[.\\[].*", "");

        var errors = InputErrors.of(refusal("{\"" + name + "\":" + value + "}"));

        assertThat(errors).singleElement().satisfies(it -> {
            assertThat(it.field()).isEqualTo(field);
            assertThat(it.message()).contains(rule);
        });
    }

    @Test
    void takesEachValueInItsOwnForm() {
        Everything read = JSON.readValue("""
                {"name":" Ana ","reason":"one\\r\\ntwo","date":"2027-03-01","instant":"2027-03-01T09:30:00+01:00",
                 "startsAt":"2027-03-01T09:30:00Z","level":"LOW","day":"MONDAY","agreed":true,"minutes":30,"count":3,
                 "latitude":48,"millilitres":"12.50","currency":"EUR","clientId":"cli_01kb30yp57rcybvn5sxs5aa819",
                 "price":{"amount":"480","currency":"EUR"},"openingHours":[{"until":"12:00"}],"words":["a"],
                 "answers":{"PREGNANT":false}}""", Everything.class);

        assertThat(read.name()).isEqualTo("Ana");
        assertThat(read.reason()).isEqualTo("one\ntwo");
        assertThat(read.instant()).isEqualTo("2027-03-01T08:30:00Z");
        assertThat(read.latitude()).isEqualTo(48);
        assertThat(read.millilitres()).isEqualTo("12.50");
        assertThat(read.price()).isEqualTo(new Money(new BigDecimal(480), "EUR"));
        assertThat(read.answers()).containsEntry("PREGNANT", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"480", "480.00", "\"480\"", "\"480.00\""})
    void takesAnAmountAsTextAndAsANumber(String amount) {
        Everything read =
                JSON.readValue("{\"price\":{\"amount\":%s,\"currency\":\"EUR\"}}".formatted(amount), Everything.class);

        assertThat(Objects.requireNonNull(read.price()).amount()).isEqualTo("480.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} {}", "{\"name\":", "[]", "7", "\"x\"", ""})
    void takesOneObjectWithEachNameOnce(String body) {
        assertThat(InputErrors.of(refusal(body))).hasSize(1);
    }

    private static JacksonException refusal(String body) {
        return Objects.requireNonNull(
                catchThrowableOfType(JacksonException.class, () -> JSON.readValue(body, Everything.class)), body);
    }
}
