package io.hairline.contracts.identity;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.DomainEvent;
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
}
