package io.hairline.headoffice.catalogue;

import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.PriceStep;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How prices are written in the cells of a file. */
final class PriceCells {

    static final String CURRENCY = "currency";

    private static final Pattern STEP = Pattern.compile("(\\d{1,3}) (\\d{1,12}(?:\\.\\d{1,4})?)");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private PriceCells() {}

    static String currency(CsvRow row) {
        String currency = row.required(CURRENCY);
        if (!CODE.matcher(currency).matches() || !Currencies.isPaidWith(currency)) {
            throw Refusal.input(CURRENCY, "must be one that a country is paid in today, such as EUR");
        }
        return currency;
    }

    static Money money(CsvRow row, String column, String currency) {
        return money(column, row.decimal(column), currency);
    }

    private static Money money(String column, BigDecimal amount, String currency) {
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > Currencies.digits(currency)) {
            throw Refusal.input(column, "must be 0 or more, with the digits that " + currency + " has");
        }
        PriceRules.bounds(column, amount);
        return new Money(amount, currency);
    }

    static String write(@Nullable Money amount) {
        return amount == null ? "" : amount.amount().toPlainString();
    }

    /** Such as {@code 4 150.00; 7 300.00}: from 4 on 150 more, from 7 on 300 more. */
    static String write(@Nullable List<PriceStep> steps) {
        return steps == null
                ? ""
                : steps.stream().map(it -> it.from() + " " + write(it.extra())).collect(Collectors.joining("; "));
    }

    static @Nullable List<PriceStep> steps(CsvRow row, String column, String currency) {
        String text = row.text(column);
        if (text == null) {
            return null;
        }
        List<PriceStep> steps = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            Matcher found = STEP.matcher(part.strip());
            if (!found.matches()) {
                throw Refusal.input(column, "must be like 4 150.00; 7 300.00");
            }
            steps.add(new PriceStep(
                    Integer.parseInt(found.group(1)), money(column, new BigDecimal(found.group(2)), currency)));
        }
        return steps;
    }
}
