package io.hairline.headoffice;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.consumer.ConsumerRegistry;
import io.hairline.kit.consumer.TopicConsumer;
import io.hairline.kit.security.PublicEndpoints;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts head office's service. */
@SpringBootApplication
public class HeadOfficeApplication {

    public static void main(String[] args) {
        SpringApplication.run(HeadOfficeApplication.class, args);
    }

    /** Its own events: head office keeps its copy of roles the same way as every other service. */
    @Bean
    TopicConsumer<HeadOfficeEvent> headofficeEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.HEADOFFICE_EVENTS, HeadOfficeEvent.class);
    }

    /** This topic's events and those of the next two change the same clients' facts and the same days' sums. */
    @Bean
    TopicConsumer<BookingEvent> bookingEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.openInTurns(Topics.BOOKING_EVENTS, BookingEvent.class);
    }

    @Bean
    TopicConsumer<TreatmentEvent> treatmentEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.openInTurns(Topics.TREATMENT_EVENTS, TreatmentEvent.class);
    }

    @Bean
    TopicConsumer<NotificationEvent> notificationEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.openInTurns(Topics.NOTIFICATION_EVENTS, NotificationEvent.class);
    }

    /** What a visitor needs to find a clinic and a service. */
    @Bean
    PublicEndpoints catalogueIsOpen() {
        return new PublicEndpoints(List.of(
                "/api/v1/regions",
                "/api/v1/clinics",
                "/api/v1/clinics/*",
                "/api/v1/practitioners",
                "/api/v1/services"));
    }
}
