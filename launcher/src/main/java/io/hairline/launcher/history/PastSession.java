package io.hairline.launcher.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays a session in the chair, as far as it has come by now.
 *
 * @param number tells the client's sessions apart
 */
record PastSession(ClientSteps steps, DemoStock stock, String appointment, PastVisit visit, String number) {

    static final Duration ARRIVES_BEFORE = Duration.ofMinutes(5);

    /** The client arrives, and the session is started; absent if its time hasn't come. */
    Optional<String> start() {
        Instant start = steps.startOf(visit);
        steps.move(appointment, start.minus(ARRIVES_BEFORE), "check-in", "ARRIVED");
        return start.isAfter(steps.now)
                ? Optional.empty()
                : Optional.of(steps.treat(start, "start" + number, "/sessions", Map.of("appointmentId", appointment)));
    }

    boolean isOver() {
        return !steps.endOf(visit).isAfter(steps.now);
    }

    void complete(String id, int dilution) {
        Instant end = steps.endOf(visit);
        String clinic = steps.history.clinicCode();
        BigDecimal used = new BigDecimal("1.2").add(BigDecimal.valueOf(steps.random.nextInt(8), 1));
        steps.treat(
                end,
                "complete" + number,
                "/sessions/" + id + "/complete",
                Map.of(
                        "zones",
                        List.of(
                                Map.of("zone", "FRONTAL_HAIRLINE", "density", 16 + steps.random.nextInt(6)),
                                Map.of("zone", "CROWN", "density", 22 + steps.random.nextInt(6))),
                        "needle",
                        Map.of("configuration", "3RL", "lotId", stock.needlesOn(clinic, end)),
                        "pigments",
                        List.of(Map.of(
                                "lotId", stock.pigmentOn(clinic, end), "millilitres", used, "dilution", dilution)),
                        "depthMillimetres",
                        0.7,
                        "painScore",
                        1 + steps.random.nextInt(4),
                        "numbing",
                        Map.of("used", false),
                        "notes",
                        "No complications."));
    }
}
