package io.hairline.headoffice.alert;

import io.hairline.contracts.AlertRuleId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.AlertEnded;
import io.hairline.contracts.headoffice.HeadOfficeEvent.AlertRaised;
import io.hairline.contracts.headoffice.HeadOfficeEvent.AlertRuleRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.AlertRuleSet;
import io.hairline.headoffice.dashboard.CurrentFigures;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The limits of one number, in one region or in all.
 *
 * @param scope unique: the number's key and the region's id, or {@link #EVERYWHERE}
 * @param above the number may not be more; absent without such a limit
 * @param below the number may not be less; absent likewise
 * @param active false once it is removed
 * @param alerts the regions whose number is beyond a limit now
 */
@Document("alert_rules")
@TypeAlias("alertRule")
record AlertRule(
        @Id AlertRuleId id,
        long version,
        String scope,
        String key,
        @Nullable RegionId regionId,
        @Nullable BigDecimal above,
        @Nullable BigDecimal below,
        boolean active,
        List<Alert> alerts)
        implements Aggregate {

    static final String EVERYWHERE = "ALL";

    /**
     * A number beyond its limit.
     *
     * @param value when it crossed it
     * @param since business time
     */
    record Alert(RegionId regionId, BigDecimal value, BigDecimal limit, Instant since) {}

    AlertRule {
        alerts = List.copyOf(alerts);
    }

    static String scope(String key, @Nullable RegionId regionId) {
        return key + "|" + (regionId == null ? EVERYWHERE : regionId.value());
    }

    static AlertRule none(AlertRuleId id, String key, @Nullable RegionId regionId) {
        return new AlertRule(id, 0, scope(key, regionId), key, regionId, null, null, false, List.of());
    }

    /** Alerts that the new limits would not have raised end with the next look. */
    Change<AlertRule> set(@Nullable BigDecimal nextAbove, @Nullable BigDecimal nextBelow) {
        if (nextAbove == null && nextBelow == null) {
            throw Refusal.input("above", "must be given, or \"below\" must be");
        }
        if (nextAbove != null && nextBelow != null && nextAbove.compareTo(nextBelow) < 0) {
            throw Refusal.input("above", "must not be less than \"below\"");
        }
        checkLimit("above", nextAbove);
        checkLimit("below", nextBelow);
        return active && same(above, nextAbove) && same(below, nextBelow)
                ? Change.none(this)
                : Change.to(
                        new AlertRule(id, version + 1, scope, key, regionId, nextAbove, nextBelow, true, alerts),
                        new AlertRuleSet(id, key, regionId, nextAbove, nextBelow));
    }

    private void checkLimit(String field, @Nullable BigDecimal limit) {
        boolean share = "percent".equals(CurrentFigures.unit(key));
        if (limit != null && share && (limit.signum() < 0 || limit.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw Refusal.input(field, "must be from 0 to 100, for it is a percentage");
        }
        if (limit != null && limit.signum() < 0) {
            throw Refusal.input(field, "can't be negative");
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    Change<AlertRule> remove() {
        return active
                ? Change.to(
                        new AlertRule(id, version + 1, scope, key, regionId, above, below, false, List.of()),
                        new AlertRuleRemoved(id))
                : Change.none(this);
    }

    boolean concerns(RegionId region) {
        return active && (regionId == null || regionId.equals(region));
    }

    /** Raises an alert when a region's number crosses a limit, and ends it when the number is within again. */
    Change<AlertRule> measured(RegionId region, @Nullable BigDecimal value, Instant now) {
        Optional<BigDecimal> crossed = value == null ? Optional.empty() : crossed(value);
        boolean known = alerts.stream().anyMatch(it -> it.regionId().equals(region));
        if (value != null && crossed.isPresent() && !known) {
            Alert alert = new Alert(region, value, crossed.get(), now);
            return Change.to(
                    with(Stream.concat(alerts.stream(), Stream.of(alert)).toList()),
                    new AlertRaised(id, key, region, value, alert.limit()));
        }
        return known && crossed.isEmpty()
                ? Change.to(
                        with(alerts.stream()
                                .filter(it -> !it.regionId().equals(region))
                                .toList()),
                        new AlertEnded(id, key, region, value))
                : Change.none(this);
    }

    private Optional<BigDecimal> crossed(BigDecimal value) {
        if (above != null && value.compareTo(above) > 0) {
            return Optional.of(above);
        }
        return below != null && value.compareTo(below) < 0 ? Optional.of(below) : Optional.empty();
    }

    private AlertRule with(List<Alert> next) {
        return new AlertRule(id, version + 1, scope, key, regionId, above, below, active, next);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
