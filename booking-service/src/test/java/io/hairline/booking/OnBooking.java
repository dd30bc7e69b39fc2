package io.hairline.booking;

import io.hairline.kit.HairlineProperties;
import io.hairline.kit.testing.OnRealServers;
import io.hairline.kit.time.BusinessClock;
import io.hairline.kit.time.DemoClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the running service, whose business clock can be moved and which hears a {@link HeadOffice}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnRealServers
@TestPropertySource(properties = "hairline.booking.holds-per-address=" + OnBooking.HOLDS_PER_ADDRESS)
@Import({HeadOffice.class, Town.class, OnBooking.MovableTime.class})
public @interface OnBooking {

    /** All tests call from one address. */
    int HOLDS_PER_ADDRESS = 100_000;

    /** The clock of a demo without the demo's data. */
    @TestConfiguration
    class MovableTime {

        @Bean
        DemoClock demoClock(BusinessClock clock, HairlineProperties hairline) {
            return new DemoClock(clock, hairline);
        }
    }
}
