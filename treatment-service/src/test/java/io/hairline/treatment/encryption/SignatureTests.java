package io.hairline.treatment.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.treatment.photo.image.Pictures;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignatureTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void needsNoDrawing() {
        assertThat(wrongIn(null)).isEmpty();
    }

    @Test
    void takesALineOnATransparentOrAColouredField() {
        assertThat(wrongIn(url(line(BufferedImage.TYPE_INT_ARGB, null, Color.BLACK))))
                .isEmpty();
        assertThat(wrongIn(url(line(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLUE))))
                .isEmpty();
        assertThat(wrongIn(url(line(BufferedImage.TYPE_BYTE_GRAY, Color.BLACK, Color.WHITE))))
                .isEmpty();
    }

    @Test
    void refusesAFieldInWhichNobodyDrew() {
        assertThat(wrongIn(url(line(BufferedImage.TYPE_INT_ARGB, null, null))))
                .singleElement()
                .asString()
                .contains("shows no signature");
        assertThat(wrongIn(url(line(BufferedImage.TYPE_INT_RGB, Color.BLACK, null))))
                .hasSize(1);
        assertThat(wrongIn(url(line(BufferedImage.TYPE_INT_RGB, Color.WHITE, new Color(230, 230, 230)))))
                .as("ink that nobody sees")
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoCompletePicture() {
        byte[] png = line(BufferedImage.TYPE_INT_ARGB, null, Color.BLACK);
        assertThat(wrongIn("data:image/png;base64,AAAA"))
                .singleElement()
                .asString()
                .contains("no complete PNG");
        assertThat(wrongIn("data:image/png;base64,A")).hasSize(1);
        assertThat(wrongIn(url(Arrays.copyOf(png, png.length * 2 / 3)))).hasSize(1);
        assertThat(wrongIn(url(Pictures.of("jpg", 60, 40)))).hasSize(1);
        assertThat(wrongIn("data:image/svg+xml;base64,AAAA")).hasSize(1);
    }

    @Test
    void refusesAPictureThatIsLargerThanAField() {
        assertThat(wrongIn(url(Pictures.png(60_000, 60_000, 1))))
                .singleElement()
                .asString()
                .contains("megapixels");
        assertThat(wrongIn("data:image/png;base64," + "A".repeat(200_000)))
                .singleElement()
                .asString()
                .contains("200000");
    }

    private static List<String> wrongIn(@Nullable String drawing) {
        return VALIDATOR.validate(new Signature("Robin Test", drawing, null)).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }

    private static byte[] line(int type, @Nullable Color paper, @Nullable Color ink) {
        BufferedImage field = new BufferedImage(480, 120, type);
        Graphics2D pen = field.createGraphics();
        if (paper != null) {
            pen.setColor(paper);
            pen.fillRect(0, 0, 480, 120);
        }
        if (ink != null) {
            pen.setColor(ink);
            pen.setStroke(new BasicStroke(3));
            pen.drawLine(40, 100, 300, 20);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(field, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String url(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
