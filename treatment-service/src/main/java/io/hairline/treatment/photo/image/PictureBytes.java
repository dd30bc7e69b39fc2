package io.hairline.treatment.photo.image;

import java.io.IOException;
import java.io.InputStream;

/** A file as it comes in, read byte by byte and never longer than it may be. */
final class PictureBytes {

    static final long MOST_BYTES = 25L * 1024 * 1024;
    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private long total;

    PictureBytes(InputStream in) {
        this.in = in;
    }

    /** The next byte, or -1 at the end. */
    int next() throws IOException {
        return position == end && !fill() ? -1 : buffer[position++] & 0xFF;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, BUFFER);
        if (count < 0) {
            return false;
        }
        total += count;
        if (total > MOST_BYTES) {
            throw new UnreadablePicture(
                    "is larger than " + MOST_BYTES / (1024 * 1024) + " MB; send it in a smaller size");
        }
        position = 0;
        end = count;
        return count > 0 || fill();
    }

    int u8() throws IOException {
        int next = next();
        if (next < 0) {
            throw UnreadablePicture.cutOff();
        }
        return next;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) u8();
        }
        return bytes;
    }

    /** Copies the next bytes, at most this many, and answers how many there were at once. */
    int copy(int most, Sink sink) throws IOException {
        if (position == end && !fill()) {
            throw UnreadablePicture.cutOff();
        }
        int count = Math.min(most, end - position);
        sink.write(buffer, position, count);
        position += count;
        return count;
    }

    /** Reads and forgets what is left, so that the caller hears the answer; no more than may come. */
    void drain() throws IOException {
        while (next() >= 0) {
            position = end;
        }
    }

    /** Where bytes go. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes, int offset, int count) throws IOException;
    }
}
