package io.hairline.identity.account;

import io.hairline.contracts.booking.ClientContact;
import io.hairline.kit.consumer.CompactedTopicListener;
import io.hairline.kit.events.EventJson;
import org.springframework.stereotype.Component;

/** Every client of the brand can have a log-in: the account follows {@code booking.contacts}. */
@Component
public class ClientAccounts implements CompactedTopicListener {

    private final Accounts accounts;

    ClientAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether the client loses the password with the address that it was set through: a clinic gave another one. */
    public boolean endsPassword(String key, byte[] state) {
        return accounts.endsPassword(read(key, state));
    }

    @Override
    public void keep(String key, byte[] state) {
        accounts.reach(read(key, state));
    }

    private static ClientContact read(String key, byte[] state) {
        return EventJson.readState(key, state, ClientContact.class, ClientContact::clientId);
    }

    @Override
    public void erase(String key) {
        accounts.erase(key);
    }
}
