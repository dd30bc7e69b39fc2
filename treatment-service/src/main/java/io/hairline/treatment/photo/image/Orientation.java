package io.hairline.treatment.photo.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The one thing of a photo's EXIF data that stays: how the camera was held, if not upright. Without it a picture that a
 * phone took would lie on its side; place, time and camera are gone.
 */
final class Orientation {

    private static final String EXIF = "Exif\0\0";
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_ENTRIES = 200;
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;

    private Orientation() {}

    /** An EXIF segment that says nothing else; nothing for upright pictures and those that don't say. */
    static Optional<byte[]> of(byte[] segment) {
        if (!JpegCopy.startsWith(segment, EXIF)) {
            return Optional.empty();
        }
        int value;
        try {
            value = read(ByteBuffer.wrap(segment, EXIF.length(), segment.length - EXIF.length())
                    .slice());
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
        return value > UPRIGHT && value <= LAST ? Optional.of(only(value)) : Optional.empty();
    }

    private static int read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(Short.toUnsignedInt(tiff.getShort(directory)), MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                return Short.toUnsignedInt(tiff.getShort(entry + 8));
            }
        }
        return UPRIGHT;
    }

    private static byte[] only(int value) {
        ByteBuffer exif = ByteBuffer.allocate(EXIF.length() + 8 + 2 + ENTRY_BYTES + 4);
        exif.put(EXIF.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) TAG)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0);
        exif.putInt(0);
        return exif.array();
    }
}
