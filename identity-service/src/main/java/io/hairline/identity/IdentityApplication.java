package io.hairline.identity;

import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.inlet.Inlet;
import io.hairline.kit.inlet.Inlets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the brand's own OpenID Connect issuer. */
@SpringBootApplication
public class IdentityApplication {

    public static void main(String[] args) {
        SpringApplication.run(IdentityApplication.class, args);
    }

    @Bean
    Inlet<HeadOfficeEvent> headofficeEvents(Inlets inlets) {
        return inlets.open(Topics.HEADOFFICE_EVENTS, HeadOfficeEvent.class);
    }
}
