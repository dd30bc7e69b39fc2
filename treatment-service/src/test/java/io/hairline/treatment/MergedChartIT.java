package io.hairline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.contracts.booking.BookingEvent.ClientUnmerged;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import io.hairline.kit.time.DemoClock;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two records of one person: the chart of both is seen under the survivor, until the merge is undone. */
@OnTreatment
class MergedChartIT {

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    Clock clock;

    @Autowired
    DemoClock demoClock;

    private Calls calls;
    private TestClinic here;
    private TestClinic there;
    private ClientId merged;
    private ClientId survivor;

    @BeforeEach
    void treatOnePersonUnderTwoIds() {
        calls = new Calls(port);
        here = others.clinic();
        there = others.clinic();
        merged = others.client(here);
        survivor = others.client(there);
        new Ready(calls, others, clock, demoClock).planOf(merged, here, "PERMANENT", List.of("SESSION_1"));
    }

    private Answer chart(String who, ClientId client) {
        return calls.get(who, "/charts/" + client);
    }

    private static int plans(Answer chart) {
        assertThat(chart.status()).as(chart.body().toString()).isEqualTo(200);
        return chart.body().path("plans").size();
    }

    @Test
    void isSeenUnderTheSurvivorUntilItIsUndone() {
        assertThat(plans(chart(there.artist(), survivor))).isZero();
        assertThat(chart(here.artist(), survivor).status()).isEqualTo(404);

        others.tell(List.of(new ClientMerged(merged, survivor, here.id())));

        for (String who : List.of(here.artist(), merged.value(), survivor.value())) {
            assertThat(plans(chart(who, survivor))).as(who).isOne();
            assertThat(plans(chart(who, merged))).as(who).isOne();
        }
        assertThat(plans(chart(there.artist(), survivor)))
                .as("each clinic reads what it wrote, under both ids")
                .isZero();
        assertThat(plans(chart(there.artist(), merged))).isZero();
        Answer plan = calls.get(survivor.value(), "/plans?clientId=" + merged);
        assertThat(plan.text("/items/0/clientId")).isEqualTo(survivor.value());
        AppointmentId late = others.appointment(here, merged, "SESSION_1");
        assertThat(calls.get(survivor.value(), "/readiness/" + late).status()).isEqualTo(200);

        others.tell(List.of(new ClientUnmerged(merged, survivor, here.id())));

        assertThat(plans(chart(there.artist(), survivor))).isZero();
        assertThat(chart(there.artist(), merged).status()).isEqualTo(404);
        assertThat(plans(chart(here.artist(), merged))).isOne();
        assertThat(calls.get(survivor.value(), "/readiness/" + late).status()).isEqualTo(404);
    }
}
