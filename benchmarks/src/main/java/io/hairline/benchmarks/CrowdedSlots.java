package io.hairline.benchmarks;

import java.util.Locale;

/** R1's times: two hundred requests for one slot at the same moment, fifty slots one after the other. */
final class CrowdedSlots implements Benchmark {

    private static final int SLOTS = 50;
    private static final int CROWD = 200;
    private static final double MOST_MILLIS = 3_000;

    @Override
    public String id() {
        return "R1";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) {
        lab.warmUpRefusals();
        int first = lab.freshTime();
        Timings all = new Timings();
        int decided = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            int place = first + slot;
            int firstClient = slot * CROWD;
            Timings crowd = OpenLoop.at(CROWD, _ -> 0, it -> lab.contend(place, firstClient + it));
            all.add(crowd);
            decided += crowd.ended(201) == 1 ? 1 : 0;
        }
        return new Result(
                id(),
                CROWD + " at once for one slot, " + SLOTS + " times",
                "one winner a slot, the others 409, all answered within 3 s",
                String.format(Locale.ROOT, "%d slots with one winner; %s", decided, all),
                "nothing else going on",
                decided == SLOTS && all.errors() == 0 && all.most() <= MOST_MILLIS);
    }
}
