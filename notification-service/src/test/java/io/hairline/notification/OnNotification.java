package io.hairline.notification;

import io.hairline.kit.HairlineProperties;
import io.hairline.kit.testing.AdministratorsClock;
import io.hairline.kit.time.BusinessClock;
import io.hairline.kit.time.DemoClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the running service, whose business clock can be moved and which hears {@link Others}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = NotificationServers.class)
@Import({Others.class, OnNotification.MovableTime.class})
public @interface OnNotification {

    /** The clock of a demo without the demo's data. */
    @TestConfiguration
    class MovableTime {

        @Bean
        DemoClock demoClock(BusinessClock clock, HairlineProperties hairline) {
            return AdministratorsClock.of(clock, hairline);
        }
    }
}
