package io.hairline.portal.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.map.ClinicMap.Point;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClinicMapTests {

    private static final Clinic BERLIN = clinic("BER", "reg_eu", 52.52, 13.40);
    private static final Clinic HAMBURG = clinic("HAM", "reg_eu", 53.55, 9.99);
    private static final Clinic LOS_ANGELES = clinic("LAX", "reg_us", 34.05, -118.24);

    @Test
    void drawsNorthAtTheTopAndWestAtTheLeft() {
        Point berlin = map(BERLIN, HAMBURG, LOS_ANGELES).points().get(0);
        Point hamburg = map(BERLIN, HAMBURG, LOS_ANGELES).points().get(1);
        Point losAngeles = map(BERLIN, HAMBURG, LOS_ANGELES).points().get(2);

        assertThat(hamburg.y()).isLessThan(berlin.y());
        assertThat(hamburg.x()).isLessThan(berlin.x());
        assertThat(losAngeles.x()).isLessThan(hamburg.x());
        assertThat(losAngeles.y()).isGreaterThan(berlin.y());
    }

    @Test
    void keepsEveryClinicInsideTheDrawing() {
        assertThat(map(BERLIN, HAMBURG, LOS_ANGELES).points()).allSatisfy(it -> {
            assertThat(it.x()).isBetween(0.0, ClinicMap.WIDTH);
            assertThat(it.y()).isBetween(0.0, ClinicMap.HEIGHT);
        });
        assertThat(map(clinic("A", "reg_eu", 52.50, 13.3), clinic("B", "reg_eu", 52.51, 13.5))
                        .points())
                .as("two clinics of one town lie close together")
                .satisfiesExactly(
                        it -> assertThat(it.x()).isLessThan(ClinicMap.WIDTH / 2),
                        it -> assertThat(it.x()).isLessThan(ClinicMap.WIDTH / 2));
    }

    @Test
    void laysTheEarthUnderTheClinics() {
        ClinicMap map = map(BERLIN, HAMBURG, LOS_ANGELES);
        ClinicMap.World world = map.world();
        Point berlin = map.points().getFirst();

        assertThat(world.x() + (BERLIN.longitude() + 180) / 360 * world.width()).isCloseTo(berlin.x(), within(1.0));
        assertThat(world.y() + (90 - BERLIN.latitude()) / 180 * world.height()).isCloseTo(berlin.y(), within(1.0));
    }

    @Test
    void marksTheClinicsOfRegionsWhoseNumbersAreBeyondALimit() {
        assertThat(ClinicMap.of(List.of(BERLIN, LOS_ANGELES), Set.of("reg_us")).points())
                .extracting(Point::alert)
                .containsExactly(false, true);
    }

    @Test
    void writesNamesWhereTheyMeetNeitherOneAnotherNorADot() {
        Clinic spandau = clinic("Berlin Spandau", "reg_eu", 52.53, 13.20);
        Clinic mitte = clinic("Berlin Mitte", "reg_eu", 52.52, 13.40);
        Clinic east = clinic("Berlin Lichtenberg", "reg_eu", 52.51, 13.50);
        List<Point> points = map(spandau, mitte, east, HAMBURG, LOS_ANGELES).points();
        List<double[]> boxes = points.stream()
                .filter(it -> it.label() != null)
                .map(it -> new double[] {
                    it.label().x(),
                    it.label().y() - 15,
                    it.label().x() + it.name().length() * 8,
                    it.label().y() + 5
                })
                .toList();

        assertThat(boxes).hasSizeGreaterThan(2);
        for (int one = 0; one < boxes.size(); one++) {
            for (int other = one + 1; other < boxes.size(); other++) {
                assertThat(meet(boxes.get(one), boxes.get(other))).isFalse();
            }
            for (Point it : points) {
                assertThat(meet(boxes.get(one), new double[] {it.x() - 9, it.y() - 9, it.x() + 9, it.y() + 9}))
                        .isFalse();
            }
        }
    }

    private static boolean meet(double[] one, double[] other) {
        return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    }

    @Test
    void isNoneForASingleClinic() {
        assertThat(map(BERLIN).isWorthwhile()).isFalse();
        assertThat(map(BERLIN, HAMBURG).isWorthwhile()).isTrue();
        assertThat(map().points()).isEmpty();
    }

    private static ClinicMap map(Clinic... clinics) {
        return ClinicMap.of(List.of(clinics), Set.of());
    }

    private static Clinic clinic(String code, String region, double latitude, double longitude) {
        return new Clinic(
                "cln_" + code,
                code,
                code,
                region,
                "Europe/Berlin",
                "EUR",
                latitude,
                longitude,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
