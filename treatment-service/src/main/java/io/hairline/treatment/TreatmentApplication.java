package io.hairline.treatment;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.consumer.CompactedTopicConsumer;
import io.hairline.kit.consumer.ConsumerRegistry;
import io.hairline.kit.consumer.TopicConsumer;
import io.hairline.treatment.contact.SignedNames;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts treatment-service. */
@SpringBootApplication
public class TreatmentApplication {

    public static void main(String[] args) {
        SpringApplication.run(TreatmentApplication.class, args);
    }

    @Bean
    TopicConsumer<HeadOfficeEvent> headofficeEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.HEADOFFICE_EVENTS, HeadOfficeEvent.class);
    }

    @Bean
    TopicConsumer<BookingEvent> bookingEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.BOOKING_EVENTS, BookingEvent.class);
    }

    @Bean
    CompactedTopicConsumer bookingContacts(ConsumerRegistry consumerRegistry, SignedNames names) {
        return consumerRegistry.openLatest(Topics.BOOKING_CONTACTS, names);
    }

    @Bean
    TopicConsumer<TreatmentEvent> treatmentEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.TREATMENT_EVENTS, TreatmentEvent.class);
    }

    @Bean
    TopicConsumer<NotificationEvent> notificationEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.NOTIFICATION_EVENTS, NotificationEvent.class);
    }
}
