package io.hairline.identity;

import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.identity.erasure.ErasedClientConsumer;
import io.hairline.kit.consumer.CompactedTopicConsumer;
import io.hairline.kit.consumer.ConsumerRegistry;
import io.hairline.kit.consumer.TopicConsumer;
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
    CompactedTopicConsumer bookingContacts(ConsumerRegistry consumerRegistry, ErasedClientConsumer contacts) {
        return consumerRegistry.openLatest(Topics.BOOKING_CONTACTS, contacts);
    }

    @Bean
    TopicConsumer<HeadOfficeEvent> headofficeEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.HEADOFFICE_EVENTS, HeadOfficeEvent.class);
    }
}
