package io.hairline.headoffice.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open dashboard. A subscriber that doesn't take its tiles in time is dropped, and connects again. */
final class StreamSubscriber implements AutoCloseable {

    private static final int MOST_WAITING = 256;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final byte[] STILL_HERE = ": still here\n\n".getBytes(UTF_8);

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Consumer<StreamSubscriber> onClose;
    private volatile boolean open = true;

    StreamSubscriber(Consumer<StreamSubscriber> onClose) {
        this.onClose = onClose;
    }

    /** Each a server-sent event as it is written. */
    void offer(List<byte[]> tiles) {
        if (!tiles.stream().allMatch(waiting::offer)) {
            drop();
        }
    }

    void drop() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    /** Until the subscriber leaves, is too slow or may no longer see it, which is asked at least once a second. */
    void writeTo(OutputStream out, BooleanSupplier mayStillSee) throws IOException {
        long lastWrite = System.nanoTime();
        while (open && mayStillSee.getAsBoolean()) {
            byte @Nullable [] next = next();
            if (next != null) {
                write(out, next, waiting);
                lastWrite = System.nanoTime();
            } else if (System.nanoTime() - lastWrite > HEARTBEAT.toNanos()) {
                out.write(STILL_HERE);
                out.flush();
                lastWrite = System.nanoTime();
            }
        }
    }

    private static void write(OutputStream out, byte[] first, Queue<byte[]> others) throws IOException {
        for (byte @Nullable [] it = first; it != null; it = others.poll()) {
            out.write(it);
        }
        out.flush();
    }

    private byte @Nullable [] next() {
        try {
            return waiting.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            drop();
            return null;
        }
    }

    @Override
    public void close() {
        drop();
        onClose.accept(this);
    }
}
