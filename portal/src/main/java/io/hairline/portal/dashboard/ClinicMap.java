package io.hairline.portal.dashboard;

import io.hairline.portal.brand.Clinic;
import java.util.List;
import java.util.Set;

/** Where the clinics of a wall lie, as points of a drawing that is as wide as they are apart. */
record ClinicMap(List<Point> points) {

    static final double WIDTH = 1000;
    static final double HEIGHT = 400;
    private static final double MARGIN = 30;
    /** Clinics of one town would else fill the drawing. */
    private static final double LEAST_DEGREES = 4;

    /**
     * One clinic.
     *
     * @param x from the left, in units of the drawing
     * @param y from the top
     * @param alert whether a number of its region is beyond a limit
     */
    record Point(String name, double x, double y, boolean alert) {}

    static ClinicMap of(List<Clinic> clinics, Set<String> regionsWithAlerts) {
        double west = clinics.stream().mapToDouble(Clinic::longitude).min().orElse(0);
        double north = clinics.stream().mapToDouble(Clinic::latitude).max().orElse(0);
        double wide = Math.max(
                LEAST_DEGREES,
                clinics.stream().mapToDouble(Clinic::longitude).max().orElse(0) - west);
        double high = Math.max(
                LEAST_DEGREES,
                north - clinics.stream().mapToDouble(Clinic::latitude).min().orElse(0));
        double scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high);
        return new ClinicMap(clinics.stream()
                .map(it -> new Point(
                        it.name(),
                        Math.round(MARGIN + (it.longitude() - west) * scale),
                        Math.round(MARGIN + (north - it.latitude()) * scale),
                        regionsWithAlerts.contains(it.regionId())))
                .toList());
    }

    /** Whether a drawing says more than a list. */
    public boolean isWorthwhile() {
        return points.size() > 1;
    }
}
