package io.hairline.contracts.identity;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.EmailConfirmationId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.wire.WireName;
import java.util.List;

/** What identity tells the franchise. */
public sealed interface IdentityEvent extends DomainEvent {

    /**
     * What this service holds of a client is erased, except for what it is bound to keep.
     *
     * @param erased codes of what was there and is gone
     * @param kept what is still there
     */
    @WireName("identity.ClientDataErased.v1")
    record ClientDataErased(ClientId clientId, List<String> erased, List<KeptData> kept) implements IdentityEvent {
        public ClientDataErased {
            erased = List.copyOf(erased);
            kept = List.copyOf(kept);
        }

        @Override
        public String subject() {
            return clientId.value();
        }
    }

    /**
     * A client set a password with a code that was mailed to their e-mail address, so mail to it reaches them. Told once for
     * each address that an account has.
     *
     * @param contactVersion a version of the contact that has this address
     */
    @WireName("identity.EmailConfirmed.v1")
    record EmailConfirmed(EmailConfirmationId confirmationId, ClientId clientId, long contactVersion)
            implements IdentityEvent {
        @Override
        public String subject() {
            return confirmationId.value();
        }
    }
}
