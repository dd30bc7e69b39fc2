package io.hairline.benchmarks;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Memory;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** P16: what the running system holds in memory while nobody asks it for anything. */
final class IdleMemory implements Benchmark {

    private static final long MEGABYTES = 3_584;

    @Override
    public String id() {
        return "P16";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) {
        ProjectFolder project = ProjectFolder.find();
        Map<String, Long> held = new TreeMap<>();
        new LocalSystem(project, Addresses.of(project))
                .processes().entrySet().stream()
                        .filter(it -> it.getValue().isAlive())
                        .forEach(it -> held.put(it.getKey(), megabytes(it.getValue())));
        long all = held.values().stream().mapToLong(Long::longValue).sum();
        String each = held.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
        return new Result(
                id(),
                "memory of everything that `up` started, idle",
                "<= 3.5 GiB",
                held.isEmpty()
                        ? "nothing runs: ./hairline up first"
                        : String.format(Locale.ROOT, "%.2f GiB (MB: %s)", all / 1_024.0, each),
                "-",
                !held.isEmpty() && all <= MEGABYTES);
    }

    private static long megabytes(ChildProcess process) {
        return process.find().map(it -> Memory.megabytes(it.pid())).orElse(0L);
    }
}
