package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.booking.diary.Cells;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rules that the staff relax, visibly; that nothing overlaps is none of them. */
@OnBooking
class OverrideIT {

    private static final int AT_ONCE = 12;

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    Clock clock;

    private Calls calls;
    private TestClinic clinic;
    private Instant evening;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        evening = clinic.at(20, 0);
    }

    private Answer book(String who, String client, List<String> rules) {
        Map<String, Object> slot = clinic.slotFor(client, "CONSULTATION", evening);
        if (!rules.isEmpty()) {
            slot.put("override", Map.of("rules", rules, "reasonCode", "CLIENT_REQUEST", "reason", "They work late."));
        }
        return calls.post(who, "/appointments", slot);
    }

    @Test
    void takesAWalkInOutsideOpeningHoursWithoutLeadTime() {
        TestClinic closed = town.clinic("Europe/London", 1, 1, List.of());
        Instant soon = Cells.start(Cells.of(clock.instant()) + 1);
        Map<String, Object> visit = closed.slotFor(Town.client(calls, closed), "CONSULTATION", soon);
        visit.put("walkIn", true);
        assertThat(calls.post(closed.desk(), "/appointments", visit).problem())
                .isEqualTo("/problems/outside-opening-hours");
        visit.put("override", Map.of("rules", List.of("OPENING_HOURS"), "reasonCode", "CLIENT_REQUEST"));

        Answer booked = calls.post(closed.manager(), "/appointments", visit);

        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(booked.text("/override/rules/0")).isEqualTo("LEAD_TIME");
        assertThat(booked.text("/override/rules/1")).isEqualTo("OPENING_HOURS");
    }

    @Test
    void letsTheManagerBookOutsideOpeningHoursAndShowsIt() {
        String client = Town.client(calls, clinic);
        assertThat(book(clinic.manager(), client, List.of()).problem()).isEqualTo("/problems/outside-opening-hours");
        Answer desk = book(clinic.desk(), client, List.of("OPENING_HOURS"));
        assertThat(desk.status()).isEqualTo(400);
        assertThat(desk.text("/errors/0/field")).isEqualTo("override.rules");
        assertThat(book(client, client, List.of("OPENING_HOURS")).status()).isEqualTo(400);

        Answer booked = book(clinic.manager(), client, List.of("OPENING_HOURS"));

        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(booked.text("/override/rules/0")).isEqualTo("OPENING_HOURS");
        assertThat(booked.text("/override/roleCode")).isEqualTo("CLINIC_MANAGER");
        Answer history = calls.get(clinic.manager(), "/appointments/" + booked.id() + "/history");
        assertThat(history.text("/items/0/data/override/reasonCode")).isEqualTo("CLIENT_REQUEST");
        assertThat(history.body().toString()).contains("They work late.");

        Answer moved = calls.post(
                clinic.manager(),
                "/appointments/" + booked.id() + "/reschedule",
                Map.of("startsAt", clinic.at(10, 0).toString(), "reasonCode", "CLIENT_REQUEST"));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(moved.body().path("override").isMissingNode()
                        || moved.body().path("override").isNull())
                .isTrue();
    }

    @Test
    void neverLetsTwoOverlapHoweverManyOverride() throws Exception {
        List<Callable<Answer>> all = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
            String client = Town.client(calls, clinic);
            all.add(() -> book(clinic.manager(), client, List.of("OPENING_HOURS", "LEAD_TIME")));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Answer> it : some.invokeAll(all)) {
                statuses.add(it.get().status());
            }
        }

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(it -> it == 201)).hasSize(1);
    }
}
