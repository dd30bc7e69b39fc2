package io.hairline.kit.autoconfigure;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * A service with nothing of its own. Its start may be recorded once and given to the JVM of each service, for
 * what they share is nearly all that a start has to load.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class AotTrainingApplication {

    static void main(String[] args) {
        SpringApplication rehearsal = new SpringApplication(AotTrainingApplication.class);
        rehearsal.setDefaultProperties(
                Map.of("spring.config.import", "classpath:kit.yml", "hairline.service", "rehearsal"));
        rehearsal.run(args);
    }
}
