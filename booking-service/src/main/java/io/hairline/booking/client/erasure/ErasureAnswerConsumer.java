package io.hairline.booking.client.erasure;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.identity.IdentityEvent;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears from every other service what it has erased. */
@Configuration(proxyBeanMethods = false)
class ErasureAnswerConsumer {

    @Bean
    EventConsumer<TreatmentEvent> treatmentErasures(ErasureHandling handling) {
        return consumer(TreatmentEvent.class, event -> {
            if (event instanceof TreatmentEvent.ClientDataErased it) {
                handling.answered("treatment", it.clientId(), it.erased(), it.kept());
            }
        });
    }

    @Bean
    EventConsumer<NotificationEvent> notificationErasures(ErasureHandling handling) {
        return consumer(NotificationEvent.class, event -> {
            if (event instanceof NotificationEvent.ClientDataErased it) {
                handling.answered("notification", it.clientId(), it.erased(), it.kept());
            }
        });
    }

    @Bean
    EventConsumer<IdentityEvent> identityErasures(ErasureHandling handling) {
        return consumer(IdentityEvent.class, event -> {
            if (event instanceof IdentityEvent.ClientDataErased it) {
                handling.answered("identity", it.clientId(), it.erased(), it.kept());
            }
        });
    }

    @Bean
    EventConsumer<HeadOfficeEvent> headOfficeErasures(ErasureHandling handling) {
        return consumer(HeadOfficeEvent.class, event -> {
            if (event instanceof HeadOfficeEvent.ClientDataErased it) {
                handling.answered("headoffice", it.clientId(), it.erased(), it.kept());
            }
        });
    }

    private static <E extends DomainEvent> EventConsumer<E> consumer(Class<E> family, Consumer<E> handler) {
        return new EventConsumer<>() {
            @Override
            public Class<E> hears() {
                return family;
            }

            @Override
            public void on(E event, ReceivedEvent received) {
                handler.accept(event);
            }
        };
    }
}
