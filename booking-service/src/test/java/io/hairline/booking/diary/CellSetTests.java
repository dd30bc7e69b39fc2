package io.hairline.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellSetTests {

    private static final int ROUNDS = 3_000;
    private static final long ORIGIN = 1_980_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 127, 128, 129, 224, 700})
    void saysWhatABitSetSays(int length) {
        Random random = new Random(length);
        for (int round = 0; round < ROUNDS; round++) {
            CellSet cells = CellSet.none(ORIGIN, length);
            BitSet oracle = new BitSet(length);

            for (int step = 0; step < 6; step++) {
                change(cells, oracle, length, random);
            }
            int run = 1 + random.nextInt(24);
            int by = random.nextInt(64);
            CellSet moved = cells.copy().startsOfRuns(run).delayed(by);

            assertSame(cells, oracle, length);
            assertSame(moved, delayed(runs(oracle, run, length), by, length), length);
            assertSame(
                    cells.copy().retainAll(moved), and(oracle, delayed(runs(oracle, run, length), by, length)), length);
            long from = ORIGIN + random.nextInt(length + 20) - 10;
            long until = from + random.nextInt(12);
            assertThat(cells.hasAll(from, until)).isEqualTo(hasAll(oracle, from - ORIGIN, until - ORIGIN, length));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE / 4, -35_063_349_074_688L, -1, 0})
    void takesCellsFromFarOutside(long far) {
        assertThat(CellSet.all(ORIGIN, 300).remove(0, far).hasAll(ORIGIN, ORIGIN + 300))
                .isTrue();
        assertThat(CellSet.all(ORIGIN, 300).remove(far, Long.MAX_VALUE / 4).next(0))
                .isNegative();
        assertThat(CellSet.all(ORIGIN, 300).next(far)).isEqualTo(ORIGIN);
        assertThat(CellSet.all(ORIGIN, 300).next(Long.MAX_VALUE / 4)).isNegative();
    }

    private static void change(CellSet cells, BitSet oracle, int length, Random random) {
        int from = random.nextInt(length + 40) - 20;
        int until = from + random.nextInt(length + 10);
        int first = Math.clamp(from, 0, length);
        int last = Math.clamp(until, first, length);
        if (random.nextInt(3) > 0) {
            cells.add(ORIGIN + from, ORIGIN + until);
            oracle.set(first, last);
        } else {
            cells.remove(ORIGIN + from, ORIGIN + until);
            oracle.clear(first, last);
        }
    }

    private static BitSet runs(BitSet of, int run, int length) {
        BitSet starts = new BitSet(length);
        for (int cell = 0; cell + run <= length; cell++) {
            starts.set(cell, of.nextClearBit(cell) >= cell + run);
        }
        return starts;
    }

    private static BitSet delayed(BitSet of, int by, int length) {
        BitSet later = new BitSet(length);
        of.stream().map(it -> it + by).filter(it -> it < length).forEach(later::set);
        return later;
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static boolean hasAll(BitSet of, long from, long until, int length) {
        for (long cell = from; cell < until; cell++) {
            if (cell < 0 || cell >= length || !of.get((int) cell)) {
                return false;
            }
        }
        return true;
    }

    private static void assertSame(CellSet cells, BitSet oracle, int length) {
        BitSet found = new BitSet(length);
        for (long cell = cells.next(0); cell >= 0; cell = cells.next(cell + 1)) {
            found.set((int) (cell - ORIGIN));
        }
        assertThat(found).isEqualTo(oracle);
        for (int cell = -2; cell < length + 2; cell++) {
            assertThat(cells.has(ORIGIN + cell)).isEqualTo(cell >= 0 && oracle.get(cell));
        }
    }
}
