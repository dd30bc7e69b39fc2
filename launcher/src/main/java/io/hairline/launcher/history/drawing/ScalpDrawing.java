package io.hairline.launcher.history.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** A head from one of the six standard angles, plainly a drawing: nobody is pictured. */
public final class ScalpDrawing {

    /** The six standard angles. */
    public static final List<String> ANGLES = List.of("FRONT", "LEFT", "RIGHT", "TOP", "CROWN", "BACK");

    private static final int WIDTH = 480;
    private static final int HEIGHT = 600;
    private static final int DOTS = 9_000;
    private static final Color GROUND = new Color(0xDDE6E8);
    private static final Color OUTLINE = new Color(0x4A3B33);
    private static final List<Color> SKIN =
            List.of(new Color(0xF3D7C3), new Color(0xE6BC98), new Color(0xC98F68), new Color(0x8D5A3B));

    private final Graphics2D pen;
    private final Random random;
    private final Color skin;
    private final String stage;

    private ScalpDrawing(Graphics2D pen, Random random, Color skin, String stage) {
        this.pen = pen;
        this.random = random;
        this.skin = skin;
        this.stage = stage;
    }

    /**
     * A PNG of a few dozen kilobytes.
     *
     * @param person whose skin and dots; the same for the same number
     * @param stage {@code BEFORE}, {@code AFTER} or {@code HEALED}
     */
    public static byte[] png(int person, String angle, String stage) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(GROUND);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        new ScalpDrawing(pen, new Random(person), SKIN.get(person % SKIN.size()), stage).head(angle);
        pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(String angle) {
        switch (angle) {
            case "FRONT" -> front();
            case "BACK" -> back();
            case "LEFT" -> profile(false);
            case "RIGHT" -> profile(true);
            default -> above(angle.equals("TOP"));
        }
    }

    private void front() {
        Shape head = new Ellipse2D.Double(105, 70, 270, 420);
        neck();
        ears(95, 365, 270);
        fill(head);
        dots(cut(head, new Rectangle2D.Double(0, 0, WIDTH, 200)), new Ellipse2D.Double(150, 95, 180, 110));
        face();
        outline(head);
    }

    private void face() {
        pen.setColor(OUTLINE);
        pen.setStroke(new BasicStroke(4));
        pen.drawArc(155, 250, 60, 20, 20, 140);
        pen.drawArc(265, 250, 60, 20, 20, 140);
        pen.fillOval(178, 280, 14, 14);
        pen.fillOval(288, 280, 14, 14);
        pen.drawArc(225, 330, 30, 30, 180, 180);
        pen.drawArc(200, 385, 80, 30, 200, 140);
    }

    private void back() {
        Shape head = new Ellipse2D.Double(105, 70, 270, 400);
        neck();
        ears(95, 365, 260);
        fill(head);
        dots(cut(head, new Rectangle2D.Double(0, 0, WIDTH, 410)), new Ellipse2D.Double(165, 85, 150, 120));
        outline(head);
    }

    private void profile(boolean right) {
        if (right) {
            pen.translate(WIDTH, 0);
            pen.scale(-1, 1);
        }
        Area head = new Area(new Ellipse2D.Double(90, 80, 300, 320));
        head.add(new Area(new Ellipse2D.Double(95, 220, 200, 260)));
        head.add(new Area(path(100, 290, 55, 365, 105, 370)));
        neck();
        fill(head);
        Path2D scalp = path(60, 40, 420, 40, 420, 420, 300, 400, 285, 290, 190, 240, 100, 225);
        dots(cut(head, scalp), path(60, 40, 330, 40, 300, 150, 190, 215, 60, 230));
        pen.setColor(OUTLINE);
        pen.fillOval(130, 285, 12, 12);
        outline(head);
        ear(262, 290);
    }

    private void above(boolean top) {
        Shape head = new Ellipse2D.Double(110, 90, 260, 400);
        ears(95, 367, 270);
        if (top) {
            fill(path(222, 96, 240, 62, 258, 96));
            outline(path(222, 96, 240, 62, 258, 96));
        }
        fill(head);
        dots(head, top ? new Ellipse2D.Double(150, 85, 180, 200) : new Ellipse2D.Double(165, 270, 150, 160));
        outline(head);
    }

    /** Full where hair grows; where it is thin, little before and much after, lighter once it has healed. */
    private void dots(Shape scalp, Shape thin) {
        Rectangle2D around = scalp.getBounds2D();
        boolean before = stage.equals("BEFORE");
        if (stage.equals("AFTER")) {
            pen.setColor(new Color(200, 60, 50, 40));
            pen.fill(cut(scalp, thin));
        }
        for (int dot = 0; dot < DOTS; dot++) {
            double x = around.getX() + random.nextDouble() * around.getWidth();
            double y = around.getY() + random.nextDouble() * around.getHeight();
            double chance = random.nextDouble();
            boolean inThin = thin.contains(x, y);
            if (scalp.contains(x, y) && (!inThin || !before || chance < 0.08)) {
                int alpha = inThin && stage.equals("HEALED") ? 150 : 215;
                pen.setColor(new Color(45, 38, 36, alpha));
                pen.fill(new Ellipse2D.Double(x, y, 2.2, 2.2));
            }
        }
    }

    private void neck() {
        fill(new Rectangle2D.Double(180, 420, 120, 180));
        fill(new Ellipse2D.Double(20, 530, 440, 160));
    }

    private void ears(int left, int right, int y) {
        ear(left, y);
        ear(right, y);
    }

    private void ear(int x, int y) {
        Shape ear = new Ellipse2D.Double(x - 4.0, y, 26, 70);
        fill(ear);
        outline(ear);
    }

    private void fill(Shape shape) {
        pen.setColor(skin);
        pen.fill(shape);
    }

    private void outline(Shape shape) {
        pen.setColor(OUTLINE);
        pen.setStroke(new BasicStroke(3));
        pen.draw(shape);
    }

    private static Area cut(Shape shape, Shape with) {
        Area area = new Area(shape);
        area.intersect(new Area(with));
        return area;
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int at = 2; at < points.length; at += 2) {
            path.lineTo(points[at], points[at + 1]);
        }
        path.closePath();
        return path;
    }
}
