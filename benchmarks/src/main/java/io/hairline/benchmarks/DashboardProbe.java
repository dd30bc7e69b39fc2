package io.hairline.benchmarks;

import io.hairline.contracts.ClinicId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One open dashboard: when its bookings tile has counted each event that was sent. */
final class DashboardProbe implements AutoCloseable {

    private static final int SEEN = 200;
    private static final long UNKNOWN = -1;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An event that was sent: when it was to be sent, and whether it is measured. */
    private record Sent(long intended, boolean measured) {}

    private final Set<ClinicId> clinics;
    private final Stream<String> lines;
    private final Queue<Sent> sent = new ArrayDeque<>();
    private final Timings timings = new Timings();
    private final CountDownLatch filled = new CountDownLatch(1);
    private long shown = UNKNOWN;

    private DashboardProbe(List<ClinicId> clinics, Stream<String> lines) {
        this.clinics = Set.copyOf(clinics);
        this.lines = lines;
    }

    /** Answers when the first figures are there. */
    static DashboardProbe open(Api api, String scope, List<ClinicId> clinics) throws IOException, InterruptedException {
        DashboardProbe screen = new DashboardProbe(clinics, api.stream("/api/v1/dashboard/stream?" + scope));
        Thread.ofVirtual().start(screen::watch);
        if (!screen.filled.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The dashboard of " + scope + " stayed empty");
        }
        return screen;
    }

    /** An event of a clinic leaves at this moment of {@link System#nanoTime}. */
    synchronized void expect(ClinicId clinic, long intended, boolean measured) {
        if (clinics.contains(clinic)) {
            sent.add(new Sent(intended, measured));
        }
    }

    private void watch() {
        try {
            lines.filter(it -> it.startsWith("data:") && it.contains("\"bookings\""))
                    .forEach(it -> show(JSON.readTree(it.substring("data:".length()))
                            .path("value")
                            .asLong()));
        } catch (RuntimeException _) {
            // The stream was closed: what it hasn't shown counts as not shown.
        }
    }

    private synchronized void show(long bookings) {
        long now = System.nanoTime();
        for (long more = shown == UNKNOWN ? 0 : bookings - shown; more > 0 && !sent.isEmpty(); more--) {
            Sent it = sent.remove();
            if (it.measured()) {
                timings.add(Duration.ofNanos(now - it.intended()), SEEN);
            }
        }
        shown = bookings;
        filled.countDown();
    }

    /** Whether all that was sent has been shown. */
    synchronized boolean isUpToDate() {
        return sent.isEmpty();
    }

    Timings timings() {
        return timings;
    }

    @Override
    public void close() {
        lines.close();
    }
}
