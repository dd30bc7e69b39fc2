package io.hairline.booking;

import io.hairline.kit.testing.RealServers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another instance of the service on the same database and topics, with the same business time. */
public record SecondInstance(ConfigurableApplicationContext context) implements AutoCloseable {

    public static SecondInstance start() {
        return start(OnBooking.HOLDS_PER_ADDRESS);
    }

    public static SecondInstance start(int holdsPerAddress) {
        return new SecondInstance(new SpringApplicationBuilder(BookingApplication.class, OnBooking.MovableTime.class)
                .initializers(new RealServers())
                .run(
                        "--server.port=0",
                        "--spring.jmx.enabled=false",
                        "--hairline.booking.holds-per-address=" + holdsPerAddress));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
