package io.hairline.benchmarks;

import io.hairline.launcher.machine.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a Java process holds on its heap. */
final class Heap {

    private static final Pattern USED = Pattern.compile("(?i)(?:new|tenured)[^\\n]*?used (\\d+)K");

    private Heap() {}

    /** Kilobytes that are in use after a collection of garbage; of a process with the serial collector. */
    static long used(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1)))
                .sum();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        String jcmd = Path.of(ChildProcess.java()).resolveSibling("jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
