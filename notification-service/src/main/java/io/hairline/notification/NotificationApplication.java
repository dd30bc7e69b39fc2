package io.hairline.notification;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.consumer.CompactedTopicConsumer;
import io.hairline.kit.consumer.ConsumerRegistry;
import io.hairline.kit.consumer.TopicConsumer;
import io.hairline.notification.contact.Contacts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts notification-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationApplication {

    public static void main(String[] args) {
        SpringApplication.run(NotificationApplication.class, args);
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
    TopicConsumer<TreatmentEvent> treatmentEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.TREATMENT_EVENTS, TreatmentEvent.class);
    }

    @Bean
    CompactedTopicConsumer bookingContacts(ConsumerRegistry consumerRegistry, Contacts contacts) {
        return consumerRegistry.openLatest(Topics.BOOKING_CONTACTS, contacts);
    }
}
