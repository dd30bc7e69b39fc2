package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Topic;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** What must hold whatever was killed, frozen or cut off: read from booking's database and from its topic, from the start. */
record Invariants(World world) {

    private static final Duration UNTIL_CARRIED = Duration.ofSeconds(90);
    private static final Set<String> ACTIVE = Set.of("HELD", "CONFIRMED", "CHECKED_IN", "IN_CHAIR");

    void hold(Bookings bookings) {
        assertThat(bookings.surprises()).isEmpty();
        noClaimIsTakenTwice();
        everythingAcknowledgedIsThere(bookings);
        everyKeyBookedOnce(bookings);
        theLogHasNoGaps();
        theTopicTellsTheLog();
    }

    /** I1. Counted over the appointments, not asked of the index that is to prevent it. */
    private void noClaimIsTakenTwice() {
        Map<String, String> holders = new HashMap<>();
        for (Document it : appointments()) {
            List<String> claims = it.getList("claims", String.class, List.of());
            assertThat(claims.isEmpty())
                    .as("only active appointments claim: %s", it)
                    .isEqualTo(!ACTIVE.contains(it.getString("status")));
            for (String claim : claims) {
                assertThat(holders.put(claim, it.getString("_id"))).as(claim).isNull();
            }
        }
    }

    /** I2. */
    private void everythingAcknowledgedIsThere(Bookings bookings) {
        Map<String, Long> stored = new HashMap<>();
        appointments().forEach(it -> stored.put(it.getString("_id"), it.getLong("version")));
        bookings.acknowledged()
                .forEach((id, version) -> assertThat(stored.get(id)).as(id).isEqualTo(version));
    }

    /** I3. Not one appointment more than there are keys that were answered with one. */
    private void everyKeyBookedOnce(Bookings bookings) {
        List<String> answered = bookings.booked().values().stream()
                .map((Answer it) -> it.text("id"))
                .toList();
        assertThat(answered).doesNotHaveDuplicates();
        List<String> stored = new ArrayList<>();
        for (Document it : appointments()) {
            Document slot = it.get("slot", Document.class);
            if (slot.getString("clinicId").equals(bookings.clinic())) {
                stored.add(it.getString("_id"));
            }
        }
        assertThat(stored).containsExactlyInAnyOrderElementsOf(answered);
    }

    /** I4, where it begins: each aggregate's events are 1..n, and n is its version. */
    private void theLogHasNoGaps() {
        Map<String, Long> last = new HashMap<>();
        for (Topic.Sent it : log().values()) {
            assertThat(it.version())
                    .as("after version %s of %s", last.get(it.subject()), it.subject())
                    .isEqualTo(last.getOrDefault(it.subject(), 0L) + 1);
            last.put(it.subject(), it.version());
        }
        for (Document it : appointments()) {
            assertThat(last.get(it.getString("_id"))).isEqualTo(it.getLong("version"));
        }
    }

    /** I4 and I7, on their way: nothing is missing, nothing is made up, first appearances come in order. */
    private void theTopicTellsTheLog() {
        Map<String, Topic.Sent> log = log();
        List<Topic.Sent> topic = await().atMost(UNTIL_CARRIED)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> world.bookingEvents().events(), it -> ids(it).containsAll(log.keySet()));
        Map<String, Long> last = new HashMap<>();
        for (Topic.Sent it : topic) {
            long next = last.getOrDefault(it.subject(), 0L) + 1;
            assertThat(it.version()).as("first appearance of %s", it).isLessThanOrEqualTo(next);
            last.put(it.subject(), Math.max(next - 1, it.version()));
        }
        Set<Topic.Sent> different = new HashSet<>(topic);
        assertThat(different).containsExactlyInAnyOrderElementsOf(log.values());
    }

    private static Set<String> ids(List<Topic.Sent> events) {
        return events.stream().map(Topic.Sent::id).collect(Collectors.toSet());
    }

    private List<Document> appointments() {
        return world.database().getCollection("appointments").find().into(new ArrayList<>());
    }

    private Map<String, Topic.Sent> log() {
        Map<String, Topic.Sent> log = new LinkedHashMap<>();
        Document order = new Document("aggregateId", 1).append("version", 1);
        for (Document it : world.database().getCollection("events").find().sort(order)) {
            Topic.Sent event = new Topic.Sent(
                    it.getString("_id"), it.getString("type"), it.getString("aggregateId"), it.getLong("version"));
            log.put(event.id(), event);
        }
        return log;
    }
}
