package io.hairline.treatment.matchcard;

import io.hairline.contracts.LotId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.treatment.matchcard.MatchCard.ZoneDone;
import io.hairline.treatment.session.SessionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The completed sessions of a client's last course, and the touch-ups since; only touch-ups where there is no course.
 *
 * @param sessions latest first
 */
record CourseWork(List<SessionResult> sessions) {

    /** @param all completed sessions, latest first */
    static CourseWork of(List<SessionResult> all) {
        @Nullable PlanId plan = all.stream()
                .map(SessionResult::planId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (plan == null) {
            return new CourseWork(all);
        }
        int first = 0;
        for (int i = 0; i < all.size(); i++) {
            first = plan.equals(all.get(i).planId()) ? i : first;
        }
        return new CourseWork(all.subList(0, first + 1).stream()
                .filter(it -> it.planId() == null || it.planId().equals(plan))
                .toList());
    }

    Optional<SessionResult> last() {
        return sessions.stream().findFirst();
    }

    /** How each zone was left, in the order in which the sessions name them. */
    List<ZoneDone> zones() {
        Map<String, ZoneDone> latest = new LinkedHashMap<>();
        sessions.forEach(it -> it.zones()
                .forEach(one -> latest.putIfAbsent(
                        one.zoneCode(),
                        new ZoneDone(one.zoneCode(), one.density(), it.serviceCode(), it.completedAt()))));
        return List.copyOf(latest.values());
    }

    /** What went into its cups, and its needles. */
    List<LotId> lots() {
        return sessions.stream()
                .flatMap(it -> Stream.concat(
                        it.pigments().stream().map(Pigment::lotId),
                        Stream.of(it.needle().lotId())))
                .distinct()
                .toList();
    }
}
