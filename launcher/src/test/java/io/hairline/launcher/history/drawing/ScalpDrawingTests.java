package io.hairline.launcher.history.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ScalpDrawingTests {

    @ParameterizedTest
    @FieldSource("io.hairline.launcher.history.drawing.ScalpDrawing#ANGLES")
    void drawsMoreDotsAfterTheTreatmentThanBefore(String angle) throws IOException {
        assertThat(darkPixels(8, angle, "AFTER")).isGreaterThan(darkPixels(8, angle, "BEFORE"));
    }

    @Test
    void drawsTheSamePersonTheSame() {
        assertThat(ScalpDrawing.png(8, "TOP", "HEALED")).isEqualTo(ScalpDrawing.png(8, "TOP", "HEALED"));
    }

    private static long darkPixels(int person, String angle, String stage) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ScalpDrawing.png(person, angle, stage)));
        long dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xFF) < 0x50) {
                    dark++;
                }
            }
        }
        return dark;
    }
}
