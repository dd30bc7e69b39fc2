package io.hairline.benchmarks;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * P4: the slot engine alone, without database or network, in a process of its own: 31 days of 200 practitioners from rules
 * and 20,000 claims. An object for each cell would be 16 bytes or more, so fewer mean that there is none for each.
 */
final class SlotKernel implements Benchmark {

    private static final String TIMING = "io.hairline.booking.diary.SlotKernelTiming";
    private static final double P99_MILLIS = 5;
    private static final int OBJECT_BYTES = 16;
    private static final int BRIEF = 1_000;
    private static final int FULL = 20_000;

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws IOException, InterruptedException {
        Map<String, Long> numbers = numbers(run(lab.isFull() ? FULL : BRIEF));
        double p50 = millis(numbers, "p50");
        double p99 = millis(numbers, "p99");
        double scan = millis(numbers, "scanP50");
        double bytesPerCell = (double) number(numbers, "bytes") / number(numbers, "cells");
        return new Result(
                id(),
                "slot engine: 200 practitioners, 31 days, 20,000 claims, " + number(numbers, "starts")
                        + " starts found",
                "p99 <= 5 ms, no object per cell",
                String.format(
                        Locale.ROOT,
                        "p50 %.2f, p99 %.2f ms; %.2f bytes a cell; p50 %.2fx of the scan",
                        p50,
                        p99,
                        bytesPerCell,
                        p50 / scan),
                String.format(Locale.ROOT, "a plain scan, cell by cell: p50 %.2f ms", scan),
                p99 <= P99_MILLIS && bytesPerCell < OBJECT_BYTES);
    }

    /** The timing is one of booking-service's test classes, run with the libraries of its jar. */
    private static String run(int rounds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        ChildProcess.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dloader.main=" + TIMING,
                        "-Dloader.path="
                                + ProjectFolder.find().root().resolve("booking-service/target/test-classes")
                                + "/",
                        "-cp",
                        ServiceProcess.jar("booking").toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher",
                        Integer.toString(rounds)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The timing of the slot engine failed: " + said);
        }
        return said.lines()
                .filter(it -> it.startsWith("rounds="))
                .findFirst()
                .orElseThrow(() -> new IOException("The timing of the slot engine said no numbers: " + said));
    }

    private static Map<String, Long> numbers(String line) {
        return Arrays.stream(line.split(" ", -1))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> Long.valueOf(it[1])));
    }

    private static double millis(Map<String, Long> numbers, String name) {
        return number(numbers, name) / 1_000.0;
    }

    private static long number(Map<String, Long> numbers, String name) {
        Long number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("The timing of the slot engine doesn't say " + name);
        }
        return number;
    }
}
