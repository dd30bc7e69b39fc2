package io.hairline.booking;

import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.identity.IdentityEvent;
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

/** Clients, availability, holds and appointments. */
@SpringBootApplication
public class BookingApplication {

    public static void main(String[] args) {
        SpringApplication.run(BookingApplication.class, args);
    }

    @Bean
    TopicConsumer<HeadOfficeEvent> headofficeEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.HEADOFFICE_EVENTS, HeadOfficeEvent.class);
    }

    @Bean
    TopicConsumer<IdentityEvent> identityEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.IDENTITY_EVENTS, IdentityEvent.class);
    }

    @Bean
    TopicConsumer<NotificationEvent> notificationEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.NOTIFICATION_EVENTS, NotificationEvent.class);
    }

    @Bean
    TopicConsumer<TreatmentEvent> treatmentEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.TREATMENT_EVENTS, TreatmentEvent.class);
    }

    @Bean
    PublicEndpoints openTo() {
        return new PublicEndpoints(List.of("/api/v1/availability", "/api/v1/calendar-feeds/*"));
    }
}
