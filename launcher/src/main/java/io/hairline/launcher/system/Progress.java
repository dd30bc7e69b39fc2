package io.hairline.launcher.system;

import java.io.PrintStream;
import java.time.Duration;

/** Lines for the person who waits, each with the seconds since the start. */
public final class Progress {

    private final PrintStream out;
    private final long started = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.printf("%5.1f s  %s%n", elapsed().toMillis() / 1000.0, line);
        out.flush();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
