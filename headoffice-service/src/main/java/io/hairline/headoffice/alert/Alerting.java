package io.hairline.headoffice.alert;

import io.hairline.contracts.AlertRuleId;
import io.hairline.contracts.RegionId;
import io.hairline.headoffice.dashboard.CurrentFigures;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Sets limits and looks every five minutes of business time whether a region's running month has crossed one. */
@Service
public class Alerting implements DueWorkHandler, ApplicationRunner {

    private static final String KIND = "alert-watch";
    private static final String ALL = "all";
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final EventLog eventLog;
    private final AlertRules rules;
    private final CurrentFigures figures;
    private final NetworkManagement network;
    private final DueWork dueWork;
    private final Clock clock;

    Alerting(
            EventLog eventLog,
            AlertRules rules,
            CurrentFigures figures,
            NetworkManagement network,
            DueWork dueWork,
            Clock clock) {
        this.eventLog = eventLog;
        this.rules = rules;
        this.figures = figures;
        this.network = network;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Sets the limits of a number, in a region or with none in all; it is looked at once at once. */
    public void set(
            AlertRuleId idIfFirst,
            String key,
            @Nullable RegionId regionId,
            @Nullable BigDecimal above,
            @Nullable BigDecimal below) {
        set(idIfFirst, null, key, regionId, above, below);
    }

    /** @param ifMatch the version that the caller has seen, {@code "0"} where there were no limits; absent to set them over any */
    AlertRule set(
            AlertRuleId idIfFirst,
            @Nullable String ifMatch,
            String key,
            @Nullable RegionId regionId,
            @Nullable BigDecimal above,
            @Nullable BigDecimal below) {
        if (!CurrentFigures.isKnown(key)) {
            throw Refusal.input("key", "must be one of " + String.join(", ", CurrentFigures.keys()));
        }
        if (regionId != null && !network.knows(regionId)) {
            throw Refusal.input("regionId", "is no region of the brand");
        }
        AlertRule none = AlertRule.none(idIfFirst, key, regionId);
        try {
            return eventLog.record(AlertRule.class, () -> {
                AlertRule rule = rules.findByScope(none.scope()).orElse(none);
                Preconditions.check(ifMatch, rule.active() ? rule : none);
                dueWork.at(clock.instant(), KIND, ALL);
                return rule.set(above, below);
            });
        } catch (DuplicateKeyException _) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "The first limits have just been set. Read them and decide anew.");
        }
    }

    void remove(AlertRuleId id, @Nullable String ifMatch) {
        eventLog.record(AlertRule.class, () -> {
            AlertRule rule = rules.findById(id).orElseThrow(Refusal::notFound);
            Preconditions.check(ifMatch, rule);
            return rule.remove();
        });
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lookAgain();
    }

    private void lookAgain() {
        long period = EVERY.toMillis();
        long next = (clock.millis() / period + 1) * period;
        dueWork.at(Instant.ofEpochMilli(next), KIND, ALL);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        List<AlertRule> active = rules.findByActiveOrderByScope(true);
        Instant now = clock.instant();
        for (RegionId region : network.regionCodes().keySet()) {
            List<AlertRule> here =
                    active.stream().filter(it -> it.concerns(region)).toList();
            Map<String, BigDecimal> values = here.isEmpty() ? Map.of() : figures.of(region);
            here.forEach(it -> measure(it.id(), region, values.get(it.key()), now));
        }
        lookAgain();
    }

    private void measure(AlertRuleId id, RegionId region, @Nullable BigDecimal value, Instant now) {
        eventLog.record(
                AlertRule.class,
                () -> rules.findById(id).orElseThrow(Refusal::notFound).measured(region, value, now));
    }
}
