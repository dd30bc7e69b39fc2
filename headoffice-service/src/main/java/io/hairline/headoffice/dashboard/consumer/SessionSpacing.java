package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.headoffice.dashboard.projection.Fact;
import io.hairline.headoffice.dashboard.projection.Fact.Treated;
import io.hairline.headoffice.policy.PolicyInForce;
import io.hairline.headoffice.policy.PolicyInForce.Moment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fills in which days between two sessions of a course the policy asked for, where and when each was done. */
@Component
class SessionSpacing {

    private final PolicyInForce policy;

    SessionSpacing(PolicyInForce policy) {
        this.policy = policy;
    }

    /** As many reads for all of them as for one. */
    void fillIn(Collection<List<Fact>> facts) {
        Set<Moment> moments = facts.stream()
                .flatMap(List::stream)
                .filter(SessionSpacing::isOfCourse)
                .map(it -> moment((Treated) it))
                .collect(Collectors.toSet());
        if (moments.isEmpty()) {
            return;
        }
        Map<Moment, HealingRule> rules = policy.healing(moments);
        facts.forEach(its -> its.replaceAll(it -> isOfCourse(it) ? spaced((Treated) it, rules) : it));
    }

    private static boolean isOfCourse(Fact it) {
        return it instanceof Treated session && session.courseId() != null;
    }

    private static Moment moment(Treated it) {
        return new Moment(it.clinicId(), it.at());
    }

    private static Fact spaced(Treated it, Map<Moment, HealingRule> rules) {
        HealingRule rule = Objects.requireNonNull(rules.get(moment(it)));
        return it.spaced(rule.minDays(), rule.warnAfterDays());
    }
}
