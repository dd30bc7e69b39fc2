package io.hairline.kit.time;

import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Callers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows business time in every service of a demo; the one service that writes the clock's topic moves it forward. */
@RestController
@RequestMapping("/api/v1/demo/clock")
public final class DemoClockController {

    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final DemoClock demoClock;
    private final Clock clock;
    private final Callers callers;

    public DemoClockController(DemoClock demoClock, Clock clock, Callers callers) {
        this.demoClock = demoClock;
        this.clock = clock;
        this.callers = callers;
    }

    record Time(Instant instant) {}

    /**
     * The time to move to: one of both.
     *
     * @param advance ISO 8601 period or duration, such as {@code P30D} or {@code PT2H}
     */
    record Move(@Nullable String advance, @Nullable Instant instant) {}

    @GetMapping
    Time now() {
        return new Time(clock.instant());
    }

    @PostMapping
    Time move(@RequestBody Move move) {
        callers.current().require(Role.HEAD_OFFICE);
        Instant now = clock.instant();
        Instant wanted = target(move, now);
        if (!demoClock.isMovedHere()) {
            throw Refusal.notFound();
        }
        if (wanted.isBefore(now)) {
            throw Refusal.rule("clock-goes-forward", "The demo clock only goes forward; it is " + now + " now.");
        }
        if (wanted.isAfter(LAST)) {
            throw Refusal.rule("clock-too-far", "The demo clock goes to the year 2100 at most.");
        }
        demoClock.moveTo(wanted);
        return now();
    }

    private static Instant target(Move move, Instant now) {
        String advance = move.advance();
        if (move.instant() != null && advance != null) {
            throw Refusal.input("advance", "give either advance or instant, not both");
        }
        if (move.instant() != null) {
            return move.instant();
        }
        if (advance == null) {
            throw Refusal.input("advance", "give either advance, such as P30D, or instant");
        }
        try {
            return advance.contains("T")
                    ? now.plus(Duration.parse(advance))
                    : now.atOffset(ZoneOffset.UTC).plus(Period.parse(advance)).toInstant();
        } catch (DateTimeException | ArithmeticException _) {
            throw Refusal.input("advance", "must be an ISO 8601 period such as P30D or PT2H");
        }
    }
}
