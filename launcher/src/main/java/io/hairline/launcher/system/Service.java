package io.hairline.launcher.system;

import java.util.List;

/**
 * One service as {@code hairline up} runs it.
 *
 * @param heap megabytes
 * @param stores whether it has a database and hears events, so that it waits for MongoDB and Kafka
 */
public record Service(String name, String module, int port, int heap, boolean stores) {

    /** What runs, on what port, with which heap, waiting for what. The management port is the port plus 1000. */
    public static final List<Service> ALL = List.of(
            new Service("identity", "identity-service", 8085, 192, true),
            new Service("headoffice", "headoffice-service", 8081, 224, true),
            new Service("booking", "booking-service", 8082, 256, true),
            new Service("treatment", "treatment-service", 8083, 224, true),
            new Service("notification", "notification-service", 8084, 192, true),
            new Service("portal", "portal", 8080, 192, false));

    public static final int MONGODB = 27117;
    public static final int KAFKA = 19092;
    public static final int KAFKA_CONTROLLER = 19093;
    public static final int MAIL = 2525;
    public static final int MAIL_INBOX = 2580;

    public int managementPort() {
        return port + 1000;
    }
}
