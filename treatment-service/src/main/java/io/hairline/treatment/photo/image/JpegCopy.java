package io.hairline.treatment.photo.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Goes through a JPEG's segments (ISO/IEC 10918-1, annex B) and keeps those that make up the picture. */
final class JpegCopy {

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int RESTART_FIRST = 0xD0;
    private static final int RESTART_LAST = 0xD7;
    private static final int APP_0 = 0xE0;
    private static final int APP_1 = 0xE1;
    private static final int APP_2 = 0xE2;
    private static final int APP_14 = 0xEE;
    /** Progressive pictures have about ten; thousands would keep a viewer busy for minutes. */
    private static final int MOST_SCANS = 100;

    private final PictureBytes in;
    private final OutputStream out;
    private @Nullable Picture picture;
    private int scans;

    private JpegCopy(PictureBytes in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Copies what comes after the start. */
    static Picture copy(PictureBytes in, OutputStream out) throws IOException {
        return new JpegCopy(in, out).run();
    }

    private Picture run() throws IOException {
        marker(START_OF_IMAGE);
        int code = nextMarker();
        while (code != END_OF_IMAGE) {
            if (code < 0xC0 || code == START_OF_IMAGE || (code >= RESTART_FIRST && code <= RESTART_LAST)) {
                throw UnreadablePicture.broken("a part of it is out of its place");
            }
            code = segment(code);
        }
        if (picture == null || scans == 0) {
            throw UnreadablePicture.broken("there is no picture in it");
        }
        marker(END_OF_IMAGE);
        return picture;
    }

    /** Copies or leaves out one segment, with the scan behind it if it starts one; answers the next marker. */
    private int segment(int code) throws IOException {
        int length = in.u16();
        if (length < 2) {
            throw UnreadablePicture.broken("a part of it has no length");
        }
        byte[] content = in.bytes(length - 2);
        if (isFrame(code)) {
            frame(content);
        }
        if (isKept(code, content)) {
            write(code, content);
        } else if (code == APP_1) {
            Orientation.of(content).ifPresent(it -> write(APP_1, it));
        }
        if (code != START_OF_SCAN) {
            return nextMarker();
        }
        scans++;
        if (picture == null || scans > MOST_SCANS) {
            throw UnreadablePicture.broken(picture == null ? "its size is missing" : "it has too many layers");
        }
        return scan();
    }

    private static boolean isFrame(int code) {
        return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
    }

    private void frame(byte[] content) {
        if (picture != null || content.length < 6) {
            throw UnreadablePicture.broken("its size is given twice or in part");
        }
        if (content[0] != 8) {
            throw UnreadablePicture.broken("it has more than 8 bits for a colour");
        }
        int height = ((content[1] & 0xFF) << 8) | (content[2] & 0xFF);
        int width = ((content[3] & 0xFF) << 8) | (content[4] & 0xFF);
        picture = new Picture("image/jpeg", width, height);
    }

    /** What a picture is made of, and by which profile its colours are meant. */
    private static boolean isKept(int code, byte[] content) {
        return switch (code) {
            case APP_0 -> startsWith(content, "JFIF\0");
            case APP_2 -> startsWith(content, "ICC_PROFILE\0");
            case APP_14 -> startsWith(content, "Adobe");
            default -> code < APP_0;
        };
    }

    static boolean startsWith(byte[] content, String word) {
        byte[] start = word.getBytes(US_ASCII);
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** Copies the pixels of one layer; answers the marker behind them. */
    private int scan() throws IOException {
        while (true) {
            int next = in.u8();
            if (next != 0xFF) {
                out.write(next);
                continue;
            }
            int code = afterFill();
            if (code != 0 && (code < RESTART_FIRST || code > RESTART_LAST)) {
                return code;
            }
            out.write(0xFF);
            out.write(code);
        }
    }

    private int nextMarker() throws IOException {
        if (in.u8() != 0xFF) {
            throw UnreadablePicture.broken("its parts don't follow each other");
        }
        return afterFill();
    }

    private int afterFill() throws IOException {
        int code = in.u8();
        while (code == 0xFF) {
            code = in.u8();
        }
        return code;
    }

    private void marker(int code) throws IOException {
        out.write(0xFF);
        out.write(code);
    }

    private void write(int code, byte[] content) {
        try {
            marker(code);
            out.write((content.length + 2) >> 8);
            out.write((content.length + 2) & 0xFF);
            out.write(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
