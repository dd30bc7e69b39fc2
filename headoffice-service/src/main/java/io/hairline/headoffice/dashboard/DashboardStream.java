package io.hairline.headoffice.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.dashboard.DashboardReader.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/** One scope's tiles for all who look at it here: read again when its clinics' sums move, resting longer after a slow read. */
final class DashboardStream {

    private static final Duration SHORTEST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofMillis(300);
    private static final int REST_PER_READ = 4;
    private static final Duration AT_LATEST = Duration.ofMinutes(1);

    private final DashboardScope scope;
    private final DashboardReader dashboards;
    private final JsonMapper json;
    private final List<StreamSubscriber> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean moved = new AtomicBoolean();
    private final Map<String, Tile> known = new HashMap<>();
    private volatile Frame frame;
    private volatile boolean outdated;
    private long framedAt = System.nanoTime();
    private long lastRead = System.nanoTime();
    private long rest = SHORTEST_REST.toNanos();

    DashboardStream(DashboardScope scope, DashboardReader dashboards, JsonMapper json) {
        this.scope = scope;
        this.dashboards = dashboards;
        this.json = json;
        this.frame = dashboards.frame(scope);
    }

    /** Gives the subscriber the full set first, then what changes. */
    synchronized void join(StreamSubscriber listener) {
        List<Tile> all = tiles();
        offerChanged(all);
        listener.offer(all.stream().map(this::written).toList());
        listeners.add(listener);
    }

    void leave(StreamSubscriber listener) {
        listeners.remove(listener);
    }

    boolean isLeft() {
        return listeners.isEmpty();
    }

    void noteMoved(Set<String> clinics) {
        if (frame.members().keySet().stream().map(ClinicId::value).anyMatch(clinics::contains)) {
            moved.set(true);
        }
    }

    void noteAnything() {
        outdated = true;
        moved.set(true);
    }

    boolean isDue() {
        long since = System.nanoTime() - lastRead;
        return since > AT_LATEST.toNanos() || (moved.get() && since > rest);
    }

    synchronized void refresh() {
        lastRead = System.nanoTime();
        moved.set(false);
        List<Tile> tiles = tiles();
        long now = System.nanoTime();
        rest = Math.clamp(REST_PER_READ * (now - lastRead), SHORTEST_REST.toNanos(), LONGEST_REST.toNanos());
        lastRead = now;
        offerChanged(tiles);
        listeners.removeIf(it -> !it.isOpen());
    }

    void end() {
        listeners.forEach(StreamSubscriber::drop);
    }

    /** The sums are read anew; the network and the rotas are on another day, and once a minute. */
    private List<Tile> tiles() {
        long now = System.nanoTime();
        if (outdated || now - framedAt > AT_LATEST.toNanos() || !dashboards.isOfToday(frame)) {
            outdated = false;
            framedAt = now;
            frame = dashboards.frame(scope);
        }
        return dashboards.tiles(frame);
    }

    /** Each is written once for all who look. */
    private void offerChanged(List<Tile> tiles) {
        List<byte[]> changed = new ArrayList<>();
        for (Tile it : tiles) {
            if (!it.saysTheSameAs(known.put(it.name(), it))) {
                changed.add(written(it));
            }
        }
        listeners.forEach(it -> it.offer(changed));
    }

    private byte[] written(Tile it) {
        return ("event: tile\ndata: " + json.writeValueAsString(it) + "\n\n").getBytes(UTF_8);
    }
}
