package io.hairline.treatment.encryption;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes a drawing, in memory alone, and looks for a line in it. */
public final class DrawnValidator implements ConstraintValidator<Drawn, String> {

    static final int MOST_CHARACTERS = 200_000;

    private static final String PREFIX = "data:image/png;base64,";

    /** What is decoded at most, four bytes each; a page's field for a signature has a quarter of a million. */
    private static final long MOST_PIXELS = 2_000_000;

    /** Of 255: a pixel that is this much darker or lighter than the paper is ink. */
    private static final int CONTRAST = 64;

    /** A short line of a thin pen; fewer are a touch. */
    private static final int LEAST_INK = 20;

    @Override
    public boolean isValid(@Nullable String drawing, ConstraintValidatorContext context) {
        String wrong = wrongIn(drawing);
        if (wrong != null) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(wrong).addConstraintViolation();
        }
        return wrong == null;
    }

    /** Says nothing of what is no data URL or too long: other constraints do. */
    private static @Nullable String wrongIn(@Nullable String drawing) {
        if (drawing == null || drawing.length() > MOST_CHARACTERS || !drawing.startsWith(PREFIX)) {
            return null;
        }
        try {
            return wrongIn(Base64.getDecoder().decode(drawing.substring(PREFIX.length())));
        } catch (IOException | RuntimeException _) {
            return "is no complete PNG; draw it again, or leave it out and sign with the typed name";
        }
    }

    private static @Nullable String wrongIn(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                return "has more than " + MOST_PIXELS / 1_000_000 + " megapixels; draw it in a smaller field";
            }
            return holdsInk(reader.read(0))
                    ? null
                    : "shows no signature; draw it, or leave it out and sign with the typed name";
        } finally {
            reader.dispose();
        }
    }

    private static boolean holdsInk(BufferedImage image) {
        int paper = light(image.getRGB(0, 0));
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (Math.abs(light(image.getRGB(x, y)) - paper) >= CONTRAST && ++ink >= LEAST_INK) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How light a pixel is on white paper, from 0 to 255. */
    private static int light(int argb) {
        int alpha = argb >>> 24;
        int colour = ((argb >> 16 & 0xFF) * 3 + (argb >> 8 & 0xFF) * 6 + (argb & 0xFF)) / 10;
        return (colour * alpha + 255 * (255 - alpha)) / 255;
    }
}
