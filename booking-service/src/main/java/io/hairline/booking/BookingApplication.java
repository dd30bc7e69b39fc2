package io.hairline.booking;

import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.inlet.Inlet;
import io.hairline.kit.inlet.Inlets;
import io.hairline.kit.security.OpenTo;
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
    Inlet<HeadOfficeEvent> headofficeEvents(Inlets inlets) {
        return inlets.open(Topics.HEADOFFICE_EVENTS, HeadOfficeEvent.class);
    }

    @Bean
    Inlet<TreatmentEvent> treatmentEvents(Inlets inlets) {
        return inlets.open(Topics.TREATMENT_EVENTS, TreatmentEvent.class);
    }

    @Bean
    OpenTo openTo() {
        return new OpenTo(List.of("/api/v1/availability"));
    }
}
