package io.hairline.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Runs figures by their ids and prints one line for each. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the system: R1 P1 P2 P3 P4 P5 P6 P7 P8 P9a P10 P11 P12 P13 P14 RECALL, and P9b P16 P18 of a running system. Starts MongoDB, Kafka and the services for itself.")
final class Bench implements Callable<Integer> {

    private static final List<Benchmark> FIGURES = List.of(
            new SearchBesideHistory(),
            new OneClinicSearch(),
            new NearbySearch(),
            new SlotKernel(),
            new FirstFreeSearch(),
            new PacedBookings(),
            new BookingThroughput(),
            new CrowdedSlots(),
            new HotSlots(),
            new CommitToConsumer(),
            new CommitToScreen(),
            new Backlog(),
            new StartTimes(),
            new RecallSearch(),
            new IdleMemory(),
            new PageTimes(),
            new OpenDashboards(),
            new DashboardQueries(),
            new Replay());

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Figures to measure; all if none is named.")
    private List<String> ids = List.of();

    @Option(names = "--json", description = "Print JSON instead of lines.")
    private boolean json;

    @Option(names = "--full", description = "Measure as long as the goals say; without it each takes about a minute.")
    private boolean full;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "About how many events P12 and P13 read; 50,000 if it isn't said, 20 million with --full.")
    private int events;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> wanted = FIGURES.stream()
                .filter(it -> ids.isEmpty() || ids.stream().anyMatch(it.id()::equalsIgnoreCase))
                .toList();
        if (wanted.size() < ids.size()) {
            System.err.println(
                    "There are only " + FIGURES.stream().map(Benchmark::id).toList());
            return 2;
        }
        List<Benchmark.Result> results = new ArrayList<>();
        PrintStream progress = System.err;
        try (BenchmarkEnvironment lab = BenchmarkEnvironment.open(full, events, progress)) {
            progress.println("Machine: " + Machine.describe());
            for (Benchmark figure : wanted) {
                progress.println("Measuring " + figure.id() + " …");
                Benchmark.Result result = figure.measure(lab);
                results.add(result);
                if (!json) {
                    System.out.println(line(result));
                }
            }
        }
        if (json) {
            System.out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(results));
        }
        return results.stream().allMatch(Benchmark.Result::holds) ? 0 : 1;
    }

    private static String line(Benchmark.Result it) {
        return String.format(
                Locale.ROOT,
                "%-4s %s | goal: %s | measured: %s | beside it: %s | %s",
                it.id(),
                it.what(),
                it.goal(),
                it.measured(),
                it.compared(),
                it.holds() ? "holds" : "DOES NOT HOLD");
    }
}
