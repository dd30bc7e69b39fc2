package io.hairline.booking.client.erasure;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.booking.BookingEvent.ErasureAnswered;
import io.hairline.contracts.booking.BookingEvent.ErasureRequested;
import io.hairline.contracts.booking.BookingEvent.KeptDataRemoved;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A request to erase what is held of a client, with what has become of it.
 *
 * @param records the client's id, and those that were merged into it
 * @param requestedBy the caller's subject
 * @param answers one for each record and service
 * @param completedAt set once all services have answered for all records
 */
@Document(Erasure.COLLECTION)
@TypeAlias("erasure")
record Erasure(
        @Id ErasureId id,
        long version,
        int schema,
        List<ClientId> records,
        ClinicId homeClinicId,
        String requestedBy,
        Instant requestedAt,
        List<Answer> answers,
        @Nullable Instant completedAt)
        implements Aggregate {

    static final String COLLECTION = "erasures";
    static final String BOOKING = "booking";

    /** Those that hold something of clients, as in their events' source. */
    static final List<String> SERVICES = List.of(BOOKING, "treatment", "notification", "identity", "headoffice");

    /** Since 2 the end of what booking keeps is due work, planned with the erasure. */
    static final int SCHEMA = 2;

    Erasure {
        records = List.copyOf(records);
        answers = List.copyOf(answers);
    }

    /** What one service has done for one record. */
    record Answer(ClientId clientId, String service, Instant at, List<String> erased, List<KeptData> kept) {

        Answer without(String whatCode) {
            List<KeptData> left =
                    kept.stream().filter(it -> !it.whatCode().equals(whatCode)).toList();
            return left.size() == kept.size()
                    ? this
                    : new Answer(
                            clientId,
                            service,
                            at,
                            Stream.concat(erased.stream(), Stream.of(whatCode)).toList(),
                            left);
        }
    }

    /** @param done what booking has erased */
    static Change<Erasure> request(
            ErasureId id, List<ClientId> records, ClinicId home, String by, Instant now, List<Answer> done) {
        return Change.to(
                new Erasure(id, 1, SCHEMA, records, home, by, now, done, null),
                new ErasureRequested(id, records.getFirst(), home));
    }

    /** The first answer of each service for each record counts. */
    Change<Erasure> answered(Answer answer, Instant now) {
        boolean known = answers.stream()
                .anyMatch(it ->
                        it.clientId().equals(answer.clientId()) && it.service().equals(answer.service()));
        if (known) {
            return Change.none(this);
        }
        List<Answer> all = Stream.concat(answers.stream(), Stream.of(answer)).toList();
        boolean complete = all.size() == records.size() * SERVICES.size();
        Erasure next = new Erasure(
                id, version + 1, schema, records, homeClinicId, requestedBy, requestedAt, all, complete ? now : null);
        return Change.to(next, new ErasureAnswered(id, answer.clientId(), homeClinicId, answer.service(), complete));
    }

    /** What booking kept of a record is removed; nothing changes if it isn't kept any more. */
    Change<Erasure> removed(ClientId record, String whatCode) {
        List<Answer> next = answers.stream()
                .map(it -> it.service().equals(BOOKING) && it.clientId().equals(record) ? it.without(whatCode) : it)
                .toList();
        return next.equals(answers)
                ? Change.none(this)
                : Change.to(
                        new Erasure(
                                id,
                                version + 1,
                                schema,
                                records,
                                homeClinicId,
                                requestedBy,
                                requestedAt,
                                next,
                                completedAt),
                        new KeptDataRemoved(id, record, homeClinicId, BOOKING, whatCode));
    }

    ClientId clientId() {
        return records.getFirst();
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
