package io.hairline.notification;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.inlet.Inlet;
import io.hairline.kit.inlet.Inlets;
import io.hairline.kit.inlet.LatestInlet;
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
    Inlet<HeadOfficeEvent> headofficeEvents(Inlets inlets) {
        return inlets.open(Topics.HEADOFFICE_EVENTS, HeadOfficeEvent.class);
    }

    @Bean
    Inlet<BookingEvent> bookingEvents(Inlets inlets) {
        return inlets.open(Topics.BOOKING_EVENTS, BookingEvent.class);
    }

    @Bean
    Inlet<TreatmentEvent> treatmentEvents(Inlets inlets) {
        return inlets.open(Topics.TREATMENT_EVENTS, TreatmentEvent.class);
    }

    @Bean
    LatestInlet bookingContacts(Inlets inlets, Contacts contacts) {
        return inlets.openLatest(Topics.BOOKING_CONTACTS, contacts);
    }
}
