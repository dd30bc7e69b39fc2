package io.hairline.headoffice;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.inlet.Inlet;
import io.hairline.kit.inlet.Inlets;
import io.hairline.kit.security.OpenTo;
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

    /** It hears itself: who may what reaches it the way it reaches every service. */
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

    /** What a visitor needs to find a clinic and a service. */
    @Bean
    OpenTo catalogueIsOpen() {
        return new OpenTo(List.of(
                "/api/v1/regions",
                "/api/v1/clinics",
                "/api/v1/clinics/*",
                "/api/v1/practitioners",
                "/api/v1/services"));
    }
}
