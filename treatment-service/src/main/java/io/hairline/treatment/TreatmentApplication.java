package io.hairline.treatment;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.inlet.Inlet;
import io.hairline.kit.inlet.Inlets;
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
    Inlet<NotificationEvent> notificationEvents(Inlets inlets) {
        return inlets.open(Topics.NOTIFICATION_EVENTS, NotificationEvent.class);
    }
}
