package io.hairline.treatment.photo.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a PNG's chunks (ISO/IEC 15948) and keeps those that make up the picture. Its data is unpacked only to count
 * it: what is shorter or longer than the size promises is refused.
 */
final class PngCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "cHRM", "IDAT", "IEND");
    private static final int HEADER_BYTES = 13;
    private static final int PIECE = 8 * 1024;

    private final PictureBytes in;
    private final OutputStream out;
    private final Inflater inflater = new Inflater();
    private final byte[] unpacked = new byte[PIECE];
    private @Nullable Picture picture;
    private long expected;
    private long seen;

    private PngCopy(PictureBytes in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Copies what comes after the first two bytes of the signature. */
    static Picture copy(PictureBytes in, OutputStream out) throws IOException {
        try (PngCopy copy = new PngCopy(in, out)) {
            return copy.run();
        }
    }

    private Picture run() throws IOException {
        for (int i = 2; i < SIGNATURE.length; i++) {
            if ((byte) in.u8() != SIGNATURE[i]) {
                throw UnreadablePicture.broken("it begins as a PNG and goes on as something else");
            }
        }
        out.write(SIGNATURE);
        String type = chunk();
        while (!type.equals("IEND")) {
            type = chunk();
        }
        if (picture == null || seen < expected) {
            throw UnreadablePicture.cutOff();
        }
        return picture;
    }

    private String chunk() throws IOException {
        long length = in.u32();
        byte[] name = in.bytes(4);
        String type = new String(name, US_ASCII);
        if (length > PictureBytes.MOST_BYTES) {
            throw UnreadablePicture.broken("a part of it claims to be larger than the file may be");
        }
        if (picture == null && !type.equals("IHDR")) {
            throw UnreadablePicture.broken("its size is missing");
        }
        boolean kept = KEPT.contains(type);
        CRC32 sum = new CRC32();
        sum.update(name);
        if (kept) {
            out.write(ByteBuffer.allocate(8).putInt((int) length).put(name).array());
        }
        if (type.equals("IHDR")) {
            header(length, sum);
        } else {
            body((int) length, type.equals("IDAT"), kept, sum);
        }
        long given = in.u32();
        if (given != sum.getValue()) {
            throw UnreadablePicture.broken("a part of it was damaged on its way");
        }
        if (kept) {
            out.write(ByteBuffer.allocate(4).putInt((int) given).array());
        }
        return type;
    }

    private void header(long length, CRC32 sum) throws IOException {
        if (picture != null || length != HEADER_BYTES) {
            throw UnreadablePicture.broken("its size is given twice or in part");
        }
        byte[] header = in.bytes(HEADER_BYTES);
        sum.update(header);
        ByteBuffer read = ByteBuffer.wrap(header);
        Picture size = new Picture("image/png", read.getInt(), read.getInt());
        int bits = read.get();
        int perPixel = bits * samples(read.get());
        if (!Set.of(1, 2, 4, 8, 16).contains(bits) || read.getShort() != 0) {
            throw UnreadablePicture.broken("it is packed in a way that no PNG is");
        }
        boolean interlaced = read.get() != 0;
        picture = size;
        expected = interlaced ? interlacedBytes(size, perPixel) : rows(size.width(), size.height(), perPixel);
        out.write(header);
    }

    private static int samples(int colourType) {
        return switch (colourType) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw UnreadablePicture.broken("its colours are of no kind that a PNG has");
        };
    }

    /** Each row begins with a byte for its filter. */
    private static long rows(long width, long height, int bitsPerPixel) {
        return width == 0 || height == 0 ? 0 : height * (1 + (width * bitsPerPixel + 7) / 8);
    }

    /** Adam7: seven smaller pictures one after the other. */
    private static long interlacedBytes(Picture size, int bitsPerPixel) {
        int[][] passes = {
            {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
        };
        long all = 0;
        for (int[] it : passes) {
            long width = Math.max(0, (size.width() - it[0] + it[2] - 1) / it[2]);
            long height = Math.max(0, (size.height() - it[1] + it[3] - 1) / it[3]);
            all += rows(width, height, bitsPerPixel);
        }
        return all;
    }

    private void body(int length, boolean data, boolean kept, CRC32 sum) throws IOException {
        int left = length;
        while (left > 0) {
            left -= in.copy(left, (bytes, offset, count) -> {
                sum.update(bytes, offset, count);
                if (kept) {
                    out.write(bytes, offset, count);
                }
                if (data) {
                    count(bytes, offset, count);
                }
            });
        }
    }

    private void count(byte[] bytes, int offset, int count) {
        inflater.setInput(bytes, offset, count);
        try {
            for (int got = inflater.inflate(unpacked); got > 0; got = inflater.inflate(unpacked)) {
                seen += got;
                if (seen > expected) {
                    throw UnreadablePicture.broken("it unpacks to more than its size allows");
                }
            }
        } catch (DataFormatException _) {
            throw UnreadablePicture.broken("its data can't be unpacked");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
