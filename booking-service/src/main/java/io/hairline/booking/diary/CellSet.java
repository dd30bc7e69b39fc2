package io.hairline.booking.diary;

/**
 * A set of cells in a window, one bit each, so that a month of a practitioner is fifty machine words. What lies outside
 * the window is passed over when set and absent when asked.
 */
public final class CellSet {

    private final long origin;
    private final int length;
    private final long[] words;

    private CellSet(long origin, int length, long[] words) {
        this.origin = origin;
        this.length = length;
        this.words = words;
    }

    public static CellSet none(long origin, int length) {
        return new CellSet(origin, length, new long[(length + 63) >>> 6]);
    }

    public static CellSet all(long origin, int length) {
        return none(origin, length).add(origin, origin + length);
    }

    public CellSet copy() {
        return new CellSet(origin, length, words.clone());
    }

    /** Adds the cells from {@code from} to before {@code until}. */
    public CellSet add(long from, long until) {
        return fill(from, until, true);
    }

    public CellSet remove(long from, long until) {
        return fill(from, until, false);
    }

    private CellSet fill(long from, long until, boolean on) {
        int first = index(from);
        int last = index(until) - 1;
        if (first > last) {
            return this;
        }
        int firstWord = first >>> 6;
        int lastWord = last >>> 6;
        for (int word = firstWord; word <= lastWord; word++) {
            long mask = -1L;
            if (word == firstWord) {
                mask &= -1L << first;
            }
            if (word == lastWord) {
                mask &= -1L >>> (63 - (last & 63));
            }
            words[word] = on ? words[word] | mask : words[word] & ~mask;
        }
        return this;
    }

    private int index(long cell) {
        return Math.clamp(cell - origin, 0, length);
    }

    public CellSet retainAll(CellSet other) {
        for (int word = 0; word < words.length; word++) {
            words[word] &= other.words[word];
        }
        return this;
    }

    public CellSet addAll(CellSet other) {
        for (int word = 0; word < words.length; word++) {
            words[word] |= other.words[word];
        }
        return this;
    }

    /** Keeps each cell from which {@code run} cells in a row are in the set. */
    public CellSet startsOfRuns(int run) {
        int done = 1;
        while (done < run) {
            int step = Math.min(done, run - done);
            keepShifted(step);
            done += step;
        }
        return this;
    }

    /** Each cell stays if the one {@code by} cells later is in the set as well. */
    private void keepShifted(int by) {
        int wordsBy = by >>> 6;
        int bits = by & 63;
        for (int word = 0; word < words.length; word++) {
            words[word] &= later(word + wordsBy, bits);
        }
    }

    private long later(int word, int bits) {
        long low = word < words.length ? words[word] >>> bits : 0;
        long high = bits == 0 || word + 1 >= words.length ? 0 : words[word + 1] << (64 - bits);
        return low | high;
    }

    /** The same cells, each {@code by} cells later, fewer than 64. */
    public CellSet delayed(int by) {
        CellSet moved = none(origin, length);
        for (int word = 0; word < words.length; word++) {
            long carried = by == 0 || word == 0 ? 0 : words[word - 1] >>> (64 - by);
            moved.words[word] = (words[word] << by) | carried;
        }
        int beyond = length & 63;
        if (beyond != 0) {
            moved.words[words.length - 1] &= -1L >>> (64 - beyond);
        }
        return moved;
    }

    public boolean has(long cell) {
        long index = cell - origin;
        return index >= 0 && index < length && (words[(int) (index >>> 6)] & (1L << index)) != 0;
    }

    public boolean hasAll(long from, long until) {
        for (long cell = from; cell < until; cell++) {
            if (!has(cell)) {
                return false;
            }
        }
        return true;
    }

    /** The first cell of the set that isn't before {@code from}; negative if there is none. */
    public long next(long from) {
        int index = index(from);
        if (index == length) {
            return -1;
        }
        int word = index >>> 6;
        long rest = words[word] & (-1L << index);
        while (rest == 0) {
            word++;
            if (word == words.length) {
                return -1;
            }
            rest = words[word];
        }
        return origin + ((long) word << 6) + Long.numberOfTrailingZeros(rest);
    }
}
