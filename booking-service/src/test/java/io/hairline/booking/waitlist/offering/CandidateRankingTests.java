package io.hairline.booking.waitlist.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;

class CandidateRankingTests {

    @Test
    void measuresAlongTheGreatCircle() {
        GeoJsonPoint berlin = new GeoJsonPoint(13.405, 52.52);
        GeoJsonPoint newYork = new GeoJsonPoint(-74.006, 40.7128);

        assertThat(CandidateRanking.kilometres(berlin, newYork)).isEqualTo(6_385, within(10.0));
        assertThat(CandidateRanking.kilometres(berlin, berlin)).isZero();
    }
}
