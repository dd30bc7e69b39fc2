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

/** A test of the running service, whose business clock can be moved and which hears a {@link HeadOffice}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnRealServers
@Import({HeadOffice.class, Town.class, OnBooking.MovableTime.class})
public @interface OnBooking {

    /** The clock of a demo without the demo's data. */
    @TestConfiguration
    class MovableTime {

        @Bean
        DemoClock demoClock(BusinessClock clock, HairlineProperties hairline) {
            return new DemoClock(clock, hairline);
        }
    }
}
