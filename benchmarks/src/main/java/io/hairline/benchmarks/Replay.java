package io.hairline.benchmarks;

import java.util.Locale;

/** P13: head office reads ten years of events from the beginning of the topics into an empty read model. */
final class Replay implements Benchmark {

    private static final double PER_SECOND = 20_000;

    @Override
    public String id() {
        return "P13";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws Exception {
        HeadOfficeProcess office = lab.headOffice();
        ReadModelFill read = office.past();
        return new Result(
                id(),
                read.events() + " events of ten years and " + office.clinics().size()
                        + " clinics read into an empty read model",
                ">= 20,000 events/s, every booking counted",
                String.format(
                        Locale.ROOT,
                        "%.0f events/s (%.0f s with the start of the service), %s",
                        read.perSecond(),
                        read.seconds(),
                        read.complete() ? "complete" : "NOT complete"),
                String.format(
                        Locale.ROOT,
                        "bare inserts of 300 bytes, 500 at a time: %.0f/s (%.2fx)",
                        read.barePerSecond(),
                        read.perSecond() / read.barePerSecond()),
                read.complete() && read.perSecond() >= PER_SECOND);
    }
}
