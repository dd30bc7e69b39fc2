package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Each service that keeps a copy of head office is killed while it hears of many changes, out of turn and again and again. */
@ResourceLock("booking")
class KilledConsumersIT {

    private static final long SEED = 40;
    private static final int CHANGES = 20_000;
    private static final int KILLS = 20;

    @Test
    @Tag("long")
    void keepsTheCopyEqualToItsMasterThroughTwentyKills() {
        World world = World.healed();
        Random random = new Random(SEED);
        HeadOfficeChanges master = new HeadOfficeChanges(world.franchise(), SEED, CHANGES);
        List<ProducerRecord<String, byte[]>> all = List.copyOf(master.records());
        int portion = all.size() / (KILLS + 1) + 1;
        try (ProcessRestarter _ = new ProcessRestarter(world, List.of())) {
            for (int from = 0; from < all.size(); from += portion) {
                List<ProducerRecord<String, byte[]>> some =
                        new ArrayList<>(all.subList(from, Math.min(from + portion, all.size())));
                Collections.shuffle(some, random);
                Map<String, Long> before = Copies.seen(world);
                world.franchise().publisher().repeat(some);
                if (from + portion < all.size()) {
                    awaitFirst(before, world);
                    world.bookings().get(random.nextInt(2)).kill();
                }
            }
        }
        repeatTwice(all, random, world);
        world.franchise().publisher().repeat(master.lastWord());

        Copies.awaitHeard(world, master.subjects());
        assertThat(field(world, "clinics", "closedDays", master.closedDays().keySet()))
                .isEqualTo(master.closedDays());
        assertThat(field(world, "clinics", "chairs", master.chairs().keySet())).isEqualTo(master.chairs());
        assertThat(field(world, "practitioners", "serviceCodes", master.skills().keySet()))
                .isEqualTo(master.skills());
        assertThat(absences(world, master.absences().keySet())).isEqualTo(master.absences());
        assertThat(parked(world, master)).isEmpty();
    }

    /** The kill is to come while they are being heard, not before. */
    private static void awaitFirst(Map<String, Long> before, World world) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Copies.seen(world).equals(before));
    }

    private static void repeatTwice(List<ProducerRecord<String, byte[]>> all, Random random, World world) {
        List<ProducerRecord<String, byte[]>> again = new ArrayList<>(all);
        again.addAll(all);
        Collections.shuffle(again, random);
        world.franchise().publisher().repeat(again);
    }

    private static Map<String, List<String>> field(World world, String collection, String field, Set<String> ids) {
        return read(world, collection, ids, it -> it.getList(field, String.class, List.of()));
    }

    private static Map<String, List<String>> absences(World world, Set<String> ids) {
        return read(
                world,
                "practitioners",
                ids,
                it -> it.getList("absences", Document.class, List.of()).stream()
                        .map(absence -> absence.getString("from") + ".." + absence.getString("until"))
                        .toList());
    }

    private static Map<String, List<String>> read(
            World world, String collection, Set<String> ids, Function<Document, List<String>> what) {
        Map<String, List<String>> found = new HashMap<>();
        for (Document it : world.database().getCollection(collection).find()) {
            if (ids.contains(it.getString("_id"))) {
                found.put(it.getString("_id"), what.apply(it));
            }
        }
        return found;
    }

    private static List<String> parked(World world, HeadOfficeChanges master) {
        List<String> parked = new ArrayList<>();
        for (Document it : world.database().getCollection("parked").find()) {
            if (master.subjects().contains(it.getString("subject"))) {
                parked.add(it.getString("_id"));
            }
        }
        return parked;
    }
}
