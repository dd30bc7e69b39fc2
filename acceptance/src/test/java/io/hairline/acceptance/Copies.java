package io.hairline.acceptance;

import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.Document;

/** Booking's copy of what head office has said. */
final class Copies {

    private static final String CONSUMER = "headoffice.events|";

    private Copies() {}

    /** Every version said so far of these aggregates was seen, none is missing before it. */
    static void awaitHeard(World world, Set<String> subjects) {
        Map<String, Long> said = new HashMap<>(world.franchise().publisher().versions());
        said.keySet().retainAll(subjects);
        try {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> seen(world).entrySet().containsAll(said.entrySet()));
        } catch (ConditionTimeoutException e) {
            Map<String, Long> missing = new HashMap<>(said);
            missing.entrySet().removeAll(seen(world).entrySet());
            throw new AssertionError(
                    "Not heard, of %d: %s; %s".formatted(said.size(), missing, world.headOfficesListeners()), e);
        }
    }

    /** How far the inbox is with each of head office's aggregates. */
    static Map<String, Long> seen(World world) {
        Map<String, Long> seen = new HashMap<>();
        for (Document it : world.database().getCollection("inbox").find()) {
            String id = it.getString("_id");
            if (id.startsWith(CONSUMER)) {
                seen.put(id.substring(CONSUMER.length()), it.getLong("version"));
            }
        }
        return seen;
    }
}
