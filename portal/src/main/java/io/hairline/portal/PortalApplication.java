package io.hairline.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts without any service behind it: a service that is away costs its own calls and no others. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PortalApplication {

    static void main(String[] args) {
        SpringApplication.run(PortalApplication.class, args);
    }
}
