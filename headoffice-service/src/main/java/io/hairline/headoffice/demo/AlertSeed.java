package io.hairline.headoffice.demo;

import io.hairline.contracts.AlertRuleId;
import io.hairline.headoffice.alert.Alerting;
import io.hairline.kit.Ids;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** The limits that the trade gives, and those that must always hold. */
@Component
class AlertSeed {

    private static final BigDecimal MOST_NO_SHOWS = BigDecimal.valueOf(8);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Alerting alerting;

    AlertSeed(Alerting alerting) {
        this.alerting = alerting;
    }

    void found() {
        alerting.set(id(), "noShowRate", null, MOST_NO_SHOWS, null);
        alerting.set(id(), "messageStale", null, BigDecimal.ZERO, null);
        alerting.set(id(), "consentCompleteness", null, null, ALL);
        alerting.set(id(), "lotCompleteness", null, null, ALL);
    }

    private static AlertRuleId id() {
        return new AlertRuleId(Ids.next(AlertRuleId.PREFIX));
    }
}
