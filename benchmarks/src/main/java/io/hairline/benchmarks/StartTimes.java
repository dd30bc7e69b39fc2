package io.hairline.benchmarks;

import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.AotRecording;
import io.hairline.launcher.system.Applications;
import io.hairline.launcher.system.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** P14: how long booking-service takes from its process's start until it is ready, three ways. */
final class StartTimes implements Benchmark {

    private static final int RUNS = 3;
    private static final double RATIO = 0.6;

    @Override
    public String id() {
        return "P14";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws IOException, InterruptedException {
        lab.stopBooking();
        ProjectFolder project = ProjectFolder.find();
        Service service = Service.ALL.stream()
                .filter(it -> it.name().equals("booking"))
                .findFirst()
                .orElseThrow();
        Applications unpacked = new Applications(project, project.hairline("bench", "apps"));
        ProjectFolder.delete(unpacked.folder());
        unpacked.unpack();
        double plain = median(lab, ServiceProcess.plain("booking"));
        double extracted = median(lab, unpacked.command(service));
        AotRecording recording = unpacked.recording(service);
        recording.make(lab.settings(), project.hairline("logs", "bench-recording.log"));
        double cached = median(lab, unpacked.command(service));
        lab.startBooking(Map.of());
        return new Result(
                id(),
                "booking-service from its start to ready, median of " + RUNS,
                "with AOT cache <= 60 % of plain",
                String.format(
                        Locale.ROOT, "plain %.1f s, AOT cache %.1f s (%.0f %%)", plain, cached, 100 * cached / plain),
                String.format(Locale.ROOT, "extracted without a cache %.1f s", extracted),
                recording.isThere() && cached <= RATIO * plain);
    }

    private static double median(BenchmarkEnvironment lab, List<String> command)
            throws IOException, InterruptedException {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            try (var _ = ServiceProcess.start("booking", command, lab.settings(), Ports.free(), Ports.free())) {
                seconds[run] = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
            }
        }
        return DoubleStream.of(seconds).sorted().skip(RUNS / 2).findFirst().orElseThrow();
    }
}
