package io.hairline.identity;

import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.Sealer;
import io.hairline.kit.inlet.Inlet;
import io.hairline.kit.inlet.Inlets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Starts the brand's own OpenID Connect issuer. */
@SpringBootApplication
public class IdentityApplication {

    public static void main(String[] args) {
        SpringApplication.run(IdentityApplication.class, args);
    }

    /** For keys and log-ins at rest. */
    @Bean
    Sealer sealer(Environment settings) {
        return Sealer.of(settings.getProperty("hairline.identity.key", ""), "HAIRLINE_IDENTITY_KEY");
    }

    @Bean
    Inlet<HeadOfficeEvent> headofficeEvents(Inlets inlets) {
        return inlets.open(Topics.HEADOFFICE_EVENTS, HeadOfficeEvent.class);
    }
}
