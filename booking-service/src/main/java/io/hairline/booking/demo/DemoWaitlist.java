package io.hairline.booking.demo;

import io.hairline.booking.waitlist.WaitlistHandling;
import io.hairline.contracts.demo.DemoIds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** People on Dublin's waitlist. */
@Component
@ConditionalOnBooleanProperty("hairline.demo")
class DemoWaitlist implements DemoPart {

    private static final String WAITED_FOR = "DUB";
    private static final List<Integer> WAITING = List.of(5, 13, 21, 29);
    private static final int DAYS = 45;

    private final WaitlistHandling waitlist;
    private final Clock clock;

    DemoWaitlist(WaitlistHandling waitlist, Clock clock) {
        this.waitlist = waitlist;
        this.clock = clock;
    }

    @Override
    public void fill(String madeBy) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int number : WAITING) {
            waitlist.join(
                    DemoIds.client(number),
                    "CONSULTATION",
                    List.of(DemoIds.clinic(WAITED_FOR)),
                    today.plusDays(1),
                    today.plusDays(DAYS),
                    madeBy);
        }
    }
}
