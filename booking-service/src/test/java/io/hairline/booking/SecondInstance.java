package io.hairline.booking;

import static org.awaitility.Awaitility.await;

import io.hairline.kit.testing.RealServers;
import io.hairline.kit.time.DemoClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another instance of the service on the same database and topics, with the same business time. */
public record SecondInstance(ConfigurableApplicationContext context) implements AutoCloseable {

    public static SecondInstance start() {
        return start(OnBooking.HOLDS_PER_ADDRESS);
    }

    public static SecondInstance start(int holdsPerAddress) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        BookingApplication.class, OnBooking.MovableTime.class)
                .initializers(new RealServers())
                .run(
                        "--server.port=0",
                        "--spring.jmx.enabled=false",
                        "--hairline.booking.holds-per-address=" + holdsPerAddress);
        await().until(context.getBean(DemoClock.class)::isReadToEnd);
        return new SecondInstance(context);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
