package io.hairline.notification;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another instance of the service on the same database, topics and mail server. */
public record SecondInstance(ConfigurableApplicationContext context) implements AutoCloseable {

    public static SecondInstance start() {
        return new SecondInstance(new SpringApplicationBuilder(NotificationApplication.class)
                .initializers(new NotificationServers())
                .run("--server.port=0", "--spring.jmx.enabled=false"));
    }

    @Override
    public void close() {
        context.close();
    }
}
