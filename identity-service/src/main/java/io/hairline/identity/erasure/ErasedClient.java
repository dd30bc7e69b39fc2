package io.hairline.identity.erasure;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.identity.IdentityEvent.ClientDataErased;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A client of whom nothing comes back. */
@Document(ErasedClient.COLLECTION)
@TypeAlias("erasedClient")
record ErasedClient(@Id ClientId id, long version, Instant at) implements Aggregate {

    static final String COLLECTION = "erased_clients";

    static Change<ErasedClient> erase(ClientId id, Instant now, List<String> erased, List<KeptData> kept) {
        return Change.to(new ErasedClient(id, 1, now), new ClientDataErased(id, erased, kept));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
