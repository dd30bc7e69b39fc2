package io.hairline.booking.client.search;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientEncryption;
import io.hairline.booking.client.ClientKeySearch;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After an upgrade, gives clients whose search keys were made by older rules new ones, in the background. */
@Component
class SearchKeyRenewal {

    private static final Logger log = LoggerFactory.getLogger(SearchKeyRenewal.class);
    private static final int AT_ONCE = 200;

    private final ClientKeySearch clients;
    private final ClientEncryption encryption;

    SearchKeyRenewal(ClientKeySearch clients, ClientEncryption encryption) {
        this.clients = clients;
        this.encryption = encryption;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("search-keys").start(this::renewAll);
    }

    private void renewAll() {
        long renewed = 0;
        for (List<Client> some = clients.withOldKeys(AT_ONCE); !some.isEmpty(); some = clients.withOldKeys(AT_ONCE)) {
            some.forEach(it -> clients.renewKeys(it, encryption.keys(encryption.open(it), it.homeClinicId())));
            renewed += some.size();
        }
        if (renewed > 0) {
            log.info("search keys renewed clients={}", renewed);
        }
    }
}
