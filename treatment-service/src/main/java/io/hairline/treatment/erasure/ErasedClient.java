package io.hairline.treatment.erasure;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.treatment.TreatmentEvent.ClientDataErased;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A client of whom nothing comes back.
 *
 * @param chartUntil the last day on which the chart is kept; absent if there was none
 */
@Document(ErasedClient.COLLECTION)
@TypeAlias("erasedClient")
record ErasedClient(
        @Id ClientId id, long version, Instant at, @Nullable LocalDate chartUntil) implements Aggregate {

    static final String COLLECTION = "erased_clients";

    static Change<ErasedClient> erase(
            ClientId id, Instant now, @Nullable LocalDate chartUntil, List<String> erased, List<KeptData> kept) {
        return Change.to(new ErasedClient(id, 1, now, chartUntil), new ClientDataErased(id, erased, kept));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
