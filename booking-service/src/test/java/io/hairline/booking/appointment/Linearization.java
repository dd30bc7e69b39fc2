package io.hairline.booking.appointment;

import io.hairline.booking.appointment.Step.Recorded;
import io.hairline.booking.appointment.Step.Wait;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Looks for an order in which a recorded history could have happened one step after the other, as Wing and Gong do
 * (Testing and verifying concurrent objects, 1993): a step may come next if none that is left had ended before it began.
 * Time passes beside the diary, not in it: each step may have read the clock at any moment of its span.
 */
final class Linearization {

    private final List<Recorded> history;
    private final Set<Tried> inVain = new HashSet<>();

    private record Tried(int done, SequentialDiary diary) {}

    private Linearization(List<Recorded> history) {
        if (history.size() > Integer.SIZE - 2) {
            throw new IllegalArgumentException("At most 30 steps");
        }
        this.history = history;
    }

    static boolean exists(List<Recorded> history, SequentialDiary before) {
        return new Linearization(history).from(0, before);
    }

    private boolean from(int done, SequentialDiary diary) {
        if (Integer.bitCount(done) == history.size()) {
            return true;
        }
        if (!inVain.add(new Tried(done, diary))) {
            return false;
        }
        long firstEnd = Long.MAX_VALUE;
        for (int at = 0; at < history.size(); at++) {
            if ((done & (1 << at)) == 0) {
                firstEnd = Math.min(firstEnd, history.get(at).until());
            }
        }
        for (int at = 0; at < history.size(); at++) {
            Recorded it = history.get(at);
            if ((done & (1 << at)) == 0 && it.from() <= firstEnd) {
                int next = done | (1 << at);
                if (rounds(it)
                        .anyMatch(round -> diary.at(round)
                                .after(it.step(), it.outcome())
                                .filter(then -> from(next, then.at(0)))
                                .isPresent())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How often time may have passed when the step looked at the clock. */
    private IntStream rounds(Recorded step) {
        return IntStream.rangeClosed(waits(it -> it.until() < step.from()), waits(it -> it.from() < step.until()));
    }

    private int waits(Predicate<Recorded> which) {
        return (int) history.stream()
                .filter(it -> it.step() instanceof Wait)
                .filter(which)
                .count();
    }
}
