package io.hairline.launcher.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How much memory a process holds. */
public final class Memory {

    private Memory() {}

    /** The resident set, as {@code ps} tells it on every Unix; 0 for a process that is gone. */
    public static long megabytes(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid))
                    .redirectErrorStream(true)
                    .start();
            String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return Long.parseLong(kilobytes) / 1024;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
