package io.hairline.headoffice.policy;

import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.headoffice.csv.CsvRow;
import io.hairline.kit.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers of a layer as the cells of a line; an empty cell is left to the layer above. */
final class PolicyCells {

    private static final String LEAD_TIME = "leadTimeMinutes";
    private static final String HORIZON = "horizonDays";
    private static final String HOLD = "holdMinutes";
    private static final String OPEN_HOLDS = "openHolds";
    private static final String GRACE = "graceMinutes";
    private static final String CANCELLATION = "cancellation";
    private static final String OPEN_HOURS = "leadTimeInOpenHours";
    private static final List<String> DEPOSIT = List.of("depositPercent", "depositMinimum", "noShowFee");
    private static final List<String> HEALING =
            List.of("healingFloorDays", "healingMinDays", "healingIdealUntilDays", "healingWarnAfterDays");
    private static final Pattern TIER = Pattern.compile("(\\d{1,5})h (\\d{1,3})%");

    static final List<String> COLUMNS = columns();

    private PolicyCells() {}

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(LEAD_TIME, HORIZON, HOLD, OPEN_HOLDS, GRACE, CANCELLATION));
        columns.addAll(DEPOSIT);
        columns.addAll(HEALING);
        columns.add(OPEN_HOURS);
        return List.copyOf(columns);
    }

    static List<String> write(PolicyValues it) {
        @Nullable DepositRule deposit = it.deposit();
        @Nullable HealingRule healing = it.healing();
        return List.of(
                text(it.leadTimeMinutes(), Object::toString),
                text(it.horizonDays(), Object::toString),
                text(it.holdMinutes(), Object::toString),
                text(it.openHolds(), Object::toString),
                text(it.graceMinutes(), Object::toString),
                text(
                        it.cancellation(),
                        all -> all.stream()
                                .map(tier -> tier.noticeHours() + "h " + tier.refundPercent() + "%")
                                .collect(Collectors.joining("; "))),
                text(deposit, some -> Integer.toString(some.percent())),
                text(deposit, some -> some.minimum().toPlainString()),
                text(deposit, some -> some.noShowFee().toPlainString()),
                text(healing, some -> Integer.toString(some.floorDays())),
                text(healing, some -> Integer.toString(some.minDays())),
                text(healing, some -> Integer.toString(some.idealUntilDays())),
                text(healing, some -> Integer.toString(some.warnAfterDays())),
                text(it.leadTimeInOpenHours(), Object::toString));
    }

    private static <T> String text(@Nullable T value, Function<T, String> form) {
        return value == null ? "" : form.apply(value);
    }

    static PolicyBody.Values read(CsvRow row) {
        return new PolicyBody.Values(
                number(row, LEAD_TIME),
                number(row, HORIZON),
                number(row, HOLD),
                number(row, OPEN_HOLDS),
                number(row, GRACE),
                tiers(row),
                set(row, DEPOSIT)
                        ? new PolicyBody.Deposit(
                                row.whole(DEPOSIT.get(0)), row.decimal(DEPOSIT.get(1)), row.decimal(DEPOSIT.get(2)))
                        : null,
                set(row, HEALING)
                        ? new PolicyBody.Healing(
                                row.whole(HEALING.get(0)),
                                row.whole(HEALING.get(1)),
                                row.whole(HEALING.get(2)),
                                row.whole(HEALING.get(3)))
                        : null,
                yesOrNo(row));
    }

    /** A rule of several numbers is set as a whole. */
    private static boolean set(CsvRow row, List<String> columns) {
        return columns.stream().anyMatch(it -> row.text(it) != null);
    }

    private static @Nullable Integer number(CsvRow row, String column) {
        return row.text(column) == null ? null : row.whole(column);
    }

    private static @Nullable Boolean yesOrNo(CsvRow row) {
        String text = row.text(OPEN_HOURS);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Refusal.input(OPEN_HOURS, "must be true or false, or empty");
        }
        return text == null ? null : Objects.equals(text, "true");
    }

    private static @Nullable List<PolicyBody.Tier> tiers(CsvRow row) {
        String text = row.text(CANCELLATION);
        if (text == null) {
            return null;
        }
        List<PolicyBody.Tier> tiers = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            Matcher found = TIER.matcher(part.strip());
            if (!found.matches()) {
                throw Refusal.input(CANCELLATION, "must be like 72h 100%; 24h 50%; 0h 0%");
            }
            tiers.add(new PolicyBody.Tier(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
        }
        return tiers;
    }
}
