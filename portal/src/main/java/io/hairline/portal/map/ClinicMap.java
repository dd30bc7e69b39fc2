package io.hairline.portal.map;

import io.hairline.portal.brand.Clinic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where clinics lie, as points of a drawing that is as wide as they are apart, with names that overlap nowhere.
 *
 * @param world where {@code world.svg}, which shows all the earth, lies under them
 */
public record ClinicMap(List<Point> points, World world) {

    static final double WIDTH = 1000;
    static final double HEIGHT = 400;
    private static final double MARGIN = 40;
    /** Room for the names of the outermost clinics. */
    private static final double SIDE = 150;

    private static final double DOT = 9;
    private static final double GAP = 4;
    /** A line of the names' letters, and a generous width of one. */
    private static final double LINE = 20;

    private static final double LETTER = 8;
    private static final double DESCENT = 5;
    /** Clinics of one town would else fill the drawing. */
    private static final double LEAST_DEGREES = 4;

    private static final double HALF_TURN = 180;
    private static final double QUARTER_TURN = 90;

    /**
     * One clinic.
     *
     * @param id of the clinic
     * @param x from the left, in units of the drawing
     * @param y from the top
     * @param alert whether a number of its region is beyond a limit
     * @param label where its name stands; null where there is no room for it
     */
    public record Point(
            String id,
            String name,
            double x,
            double y,
            boolean alert,
            @Nullable Label label) {}

    /** The beginning of a name's base line. */
    public record Label(double x, double y) {}

    /** The whole earth in units of the drawing: a degree is as long everywhere. */
    public record World(double x, double y, double width, double height) {}

    /** A rectangle that is taken. */
    private record Box(double left, double top, double right, double bottom) {

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside() {
            return left >= 0 && right <= WIDTH && top >= 0 && bottom <= HEIGHT;
        }
    }

    /** @param regionsWithAlerts whose clinics are marked */
    public static ClinicMap of(List<Clinic> clinics, Set<String> regionsWithAlerts) {
        double west = clinics.stream().mapToDouble(Clinic::longitude).min().orElse(0);
        double north = clinics.stream().mapToDouble(Clinic::latitude).max().orElse(0);
        double wide = Math.max(
                LEAST_DEGREES,
                clinics.stream().mapToDouble(Clinic::longitude).max().orElse(0) - west);
        double high = Math.max(
                LEAST_DEGREES,
                north - clinics.stream().mapToDouble(Clinic::latitude).min().orElse(0));
        double scale = Math.min((WIDTH - 2 * SIDE) / wide, (HEIGHT - 2 * MARGIN) / high);
        World world = new World(
                Math.round(SIDE - (HALF_TURN + west) * scale),
                Math.round(MARGIN - (QUARTER_TURN - north) * scale),
                Math.round(2 * HALF_TURN * scale),
                Math.round(2 * QUARTER_TURN * scale));
        List<Point> points = labelled(clinics.stream()
                .map(it -> new Point(
                        it.id(),
                        it.name(),
                        Math.round(SIDE + (it.longitude() - west) * scale),
                        Math.round(MARGIN + (north - it.latitude()) * scale),
                        regionsWithAlerts.contains(it.regionId()),
                        null))
                .toList());
        return new ClinicMap(points, world);
    }

    private static List<Point> labelled(List<Point> points) {
        List<Box> taken = new ArrayList<>();
        points.forEach(it -> taken.add(new Box(it.x - DOT, it.y - DOT, it.x + DOT, it.y + DOT)));
        List<Point> all = new ArrayList<>();
        for (Point it : points) {
            Box free = places(it).stream()
                    .filter(box -> box.isInside() && taken.stream().noneMatch(box::meets))
                    .findFirst()
                    .orElse(null);
            if (free != null) {
                taken.add(free);
            }
            Label label = free == null ? null : new Label(free.left, free.bottom - DESCENT);
            all.add(new Point(it.id, it.name, it.x, it.y, it.alert, label));
        }
        return all;
    }

    /** Where a name may stand beside its point, the best place first: right, left, below, above, and towards the corners. */
    private static List<Box> places(Point it) {
        double wide = it.name.length() * LETTER;
        double right = it.x + DOT + GAP;
        double left = it.x - DOT - GAP - wide;
        double top = it.y - LINE / 2;
        double below = it.y + DOT + GAP;
        double above = it.y - DOT - GAP - LINE;
        return List.of(
                new Box(right, top, right + wide, top + LINE),
                new Box(left, top, left + wide, top + LINE),
                new Box(it.x - wide / 2, below, it.x + wide / 2, below + LINE),
                new Box(it.x - wide / 2, above, it.x + wide / 2, above + LINE),
                new Box(it.x, below, it.x + wide, below + LINE),
                new Box(it.x, above, it.x + wide, above + LINE),
                new Box(it.x - wide, above, it.x, above + LINE),
                new Box(it.x - wide, below, it.x, below + LINE));
    }

    /** As high as its lowest point needs. */
    public double height() {
        return points.stream().mapToDouble(Point::y).max().orElse(0) + 2 * MARGIN;
    }

    /** Whether a drawing says more than a list. */
    public boolean isWorthwhile() {
        return points.size() > 1;
    }
}
