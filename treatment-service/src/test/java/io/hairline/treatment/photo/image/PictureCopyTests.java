package io.hairline.treatment.photo.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureCopyTests {

    private static final String CANARY = "51.5033N 0.1195W";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void keepsEveryPixel(String format) throws IOException {
        byte[] file = Pictures.of(format, 61, 43);

        Picture copied = copy(file);

        assertThat(copied.width()).isEqualTo(61);
        assertThat(copied.height()).isEqualTo(43);
        assertThat(pixels(out.toByteArray())).isEqualTo(pixels(file));
    }

    @Test
    void leavesOutWhatAPhotoSaysBesideItsPicture() throws IOException {
        byte[] file = Pictures.withExif(Pictures.of("jpg", 32, 32), 1, CANARY);
        assertThat(text(file)).contains(CANARY, "Exif");

        copy(file);

        assertThat(text(out.toByteArray())).doesNotContain(CANARY).doesNotContain("Exif");
        assertThat(pixels(out.toByteArray())).isEqualTo(pixels(file));
    }

    @Test
    void keepsHowTheCameraWasHeldAndNothingElse() throws IOException {
        copy(Pictures.withExif(Pictures.of("jpg", 32, 32), 6, CANARY));

        assertThat(text(out.toByteArray())).doesNotContain(CANARY).containsOnlyOnce("Exif");
        assertThat(out.toByteArray()[2 + 4 + 6 + 8 + 2 + 9]).isEqualTo((byte) 6);
    }

    @Test
    void leavesOutTextInAPng() throws IOException {
        byte[] file = Pictures.of("png", 16, 16);
        byte[] words = Pictures.chunk("tEXt", ("Location\0" + CANARY).getBytes(ISO_8859_1));
        int afterHeader = 8 + 25;
        byte[] chatty = Pictures.joined(
                Arrays.copyOf(file, afterHeader), words, Arrays.copyOfRange(file, afterHeader, file.length));

        copy(chatty);

        assertThat(out.toByteArray()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "MZ"})
    void refusesWhatIsNoPicture(String content) {
        refused(content.getBytes(ISO_8859_1), content.isEmpty() ? "is empty" : "must be a JPEG or PNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void refusesAPictureThatIsCutOffAnywhere(String format) {
        byte[] file = Pictures.of(format, 24, 24);
        for (int length = 4; length < file.length; length += 7) {
            byte[] part = Arrays.copyOf(file, length);

            assertThatThrownBy(() -> copy(part))
                    .as("first %d of %d bytes", length, file.length)
                    .isInstanceOf(UnreadablePicture.class);
        }
    }

    @Test
    void refusesMorePixelsThanAnybodyNeedsBeforeItLooksAtThem() {
        refused(Pictures.png(60_000, 60_000, 1), "megapixels");
        refused(Pictures.png(16_000, 16_000, 1), "megapixels");
        refused(Pictures.png(0, 7, 1), "no pixels");
        byte[] jpeg = Pictures.of("jpg", 8, 8);
        int frame = text(jpeg).indexOf("\u00FF\u00C0") + 5;
        Arrays.fill(jpeg, frame, frame + 4, (byte) 0xFF);
        refused(jpeg, "megapixels");
    }

    @Test
    void refusesAPngThatUnpacksToMoreOrLessThanItsSize() {
        refused(Pictures.png(10, 10, 50_000_000), "unpacks to more");
        refused(Pictures.png(10, 10, 309), "ends too early");
    }

    @Test
    void holdsLittleOfAPhotoOf25Megabytes() throws IOException {
        byte[] file = Pictures.large(25 * 1024 * 1024);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var _ = PictureCopy.copy(new ByteArrayInputStream(Pictures.large(100_000)), OutputStream.nullOutputStream());

        long before = threads.getCurrentThreadAllocatedBytes();
        var _ = PictureCopy.copy(new ByteArrayInputStream(file), OutputStream.nullOutputStream());

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1024 * 1024);
    }

    @Test
    void refusesAFileOfMoreThan25MegabytesWithoutHoldingIt() {
        InputStream endless = new InputStream() {
            private final byte[] start = Pictures.of("jpg", 8, 8);
            private int position;

            @Override
            public int read() {
                int at = position++;
                return at < start.length - 2 ? start[at] & 0xFF : 7;
            }
        };

        assertThatThrownBy(() -> PictureCopy.copy(endless, OutputStream.nullOutputStream()))
                .isInstanceOfSatisfying(
                        UnreadablePicture.class, it -> assertThat(it.words()).contains("25 MB"));
    }

    @Test
    void refusesADamagedPng() {
        byte[] file = Pictures.of("png", 24, 24);
        file[file.length / 2] ^= 1;

        refused(file, "can't be read");
    }

    private Picture copy(byte[] file) throws IOException {
        out.reset();
        return PictureCopy.copy(new ByteArrayInputStream(file), out);
    }

    private void refused(byte[] file, String why) {
        assertThatThrownBy(() -> copy(file))
                .isInstanceOfSatisfying(
                        UnreadablePicture.class, it -> assertThat(it.words()).contains(why));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
