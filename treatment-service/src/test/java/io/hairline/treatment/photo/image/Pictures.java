package io.hairline.treatment.photo.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures as phones and attackers send them. */
public final class Pictures {

    private Pictures() {}

    /** Some coloured pixels as {@code jpg} or {@code png}. */
    public static byte[] of(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x * 7919 ^ y * 104_729);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG whose EXIF data says how the camera was held, and this text; a comment says it too. */
    public static byte[] withExif(byte[] jpeg, int orientation, String text) {
        byte[] words = text.getBytes(US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + words.length);
        exif.put("Exif\0\0".getBytes(US_ASCII));
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(words);
        return joined(
                Arrays.copyOf(jpeg, 2),
                segment(0xE1, exif.array()),
                segment(0xFE, words),
                Arrays.copyOfRange(jpeg, 2, jpeg.length),
                words);
    }

    /** A JPEG of this many bytes whose pixels are noise: no viewer likes it, but its parts follow each other. */
    public static byte[] large(int bytes) {
        byte[] small = of("jpg", 8, 8);
        byte[] noise = new byte[bytes - small.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31 % 251);
        }
        return joined(
                Arrays.copyOf(small, small.length - 2),
                noise,
                Arrays.copyOfRange(small, small.length - 2, small.length));
    }

    /** A PNG that claims one size and unpacks to this many bytes. */
    public static byte[] png(int width, int height, int unpacked) {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[unpacked]);
        deflater.finish();
        byte[] packed = new byte[unpacked / 500 + 1_000];
        int length = deflater.deflate(packed);
        deflater.end();
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2)
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", Arrays.copyOf(packed, length)),
                chunk("IEND", new byte[0]));
    }

    /** A PNG's chunk. */
    public static byte[] chunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(US_ASCII));
        sum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(US_ASCII))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] segment(int code, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xFF)
                .put((byte) code)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] it : parts) {
            out.writeBytes(it);
        }
        return out.toByteArray();
    }
}
