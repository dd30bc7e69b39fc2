package io.hairline.headoffice.dashboard;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.Clinic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** One scope's tiles for all who look at it here: read again when its clinics' sums move, resting longer after a slow read. */
final class DashboardStream {

    private static final Duration SHORTEST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofMillis(300);
    private static final int REST_PER_READ = 4;
    private static final Duration AT_LATEST = Duration.ofMinutes(1);

    private final DashboardScope scope;
    private final DashboardReader dashboards;
    private final Set<ClinicId> members;
    private final List<StreamSubscriber> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean moved = new AtomicBoolean();
    private final Map<String, Tile> known = new HashMap<>();
    private long lastRead = System.nanoTime();
    private long rest = SHORTEST_REST.toNanos();

    DashboardStream(DashboardScope scope, DashboardReader dashboards) {
        this.scope = scope;
        this.dashboards = dashboards;
        this.members = dashboards.clinicsOf(scope).stream().map(Clinic::id).collect(Collectors.toSet());
    }

    /** Gives the subscriber the full set first, then what changes. */
    synchronized void join(StreamSubscriber listener) {
        List<Tile> all = dashboards.tiles(scope);
        List<Tile> changed = changed(all);
        listeners.forEach(it -> it.offer(changed));
        listener.offer(all);
        listeners.add(listener);
    }

    void leave(StreamSubscriber listener) {
        listeners.remove(listener);
    }

    boolean isLeft() {
        return listeners.isEmpty();
    }

    void noteMoved(Set<String> clinics) {
        if (members.stream().map(ClinicId::value).anyMatch(clinics::contains)) {
            moved.set(true);
        }
    }

    void noteAnything() {
        moved.set(true);
    }

    boolean isDue() {
        long since = System.nanoTime() - lastRead;
        return since > AT_LATEST.toNanos() || (moved.get() && since > rest);
    }

    synchronized void refresh() {
        lastRead = System.nanoTime();
        moved.set(false);
        List<Tile> changed = changed(dashboards.tiles(scope));
        long now = System.nanoTime();
        rest = Math.clamp(REST_PER_READ * (now - lastRead), SHORTEST_REST.toNanos(), LONGEST_REST.toNanos());
        lastRead = now;
        listeners.forEach(it -> it.offer(changed));
        listeners.removeIf(it -> !it.isOpen());
    }

    void end() {
        listeners.forEach(StreamSubscriber::drop);
    }

    private List<Tile> changed(List<Tile> tiles) {
        List<Tile> changed = tiles.stream()
                .filter(it -> !it.saysTheSameAs(known.get(it.name())))
                .toList();
        changed.forEach(it -> known.put(it.name(), it));
        return changed;
    }
}
