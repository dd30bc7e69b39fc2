package io.hairline.portal.desk;

import io.hairline.portal.api.ApiProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the manager ticks to set aside for one booking.
 *
 * @param rules as booking names them; absent or empty if none
 */
record RuleOverride(
        @Nullable List<String> rules,
        @Nullable String reasonCode,
        @Nullable String reason) {

    private static final Set<String> RELAXABLE =
            Set.of("outside-opening-hours", "practitioner-not-working", "too-late");

    boolean isAsked() {
        return rules != null && !rules.isEmpty();
    }

    /** Whether the refusal is by a rule that can be set aside. */
    static boolean wouldHelp(ApiProblem problem) {
        return RELAXABLE.stream().anyMatch(problem::is);
    }

    void into(Map<String, Object> body) {
        if (isAsked()) {
            Map<String, Object> override = new HashMap<>();
            override.put("rules", Objects.requireNonNull(rules));
            override.put("reasonCode", Objects.requireNonNullElse(reasonCode, ""));
            if (reason != null && !reason.isBlank()) {
                override.put("reason", reason);
            }
            body.put("override", override);
        }
    }

    /** Another wish needs another idempotency key. */
    String key() {
        return isAsked() ? String.join("-", Objects.requireNonNull(rules)) + reasonCode + reason : "";
    }
}
