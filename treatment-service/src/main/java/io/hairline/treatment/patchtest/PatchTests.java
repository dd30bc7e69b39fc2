package io.hairline.treatment.patchtest;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Caller;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Places and reads patch tests, and says what the last reading was. */
@Service
public class PatchTests implements Indexes {

    private static final String RESULT = "result";
    private static final String REASON = "reason";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final ChartEncryption seals;
    private final PatchTestFollowUp followUp;
    private final Clock clock;

    PatchTests(
            MongoTemplate mongo,
            EventLog eventLog,
            ChartEncryption seals,
            PatchTestFollowUp followUp,
            Clock clock,
            MergedIds mergedClients,
            ReferenceData referenceData) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.seals = seals;
        this.followUp = followUp;
        this.clock = clock;
    }

    PatchTest place(ClientId client, ClinicId clinic, LotId lot) {
        PatchTestId id = new PatchTestId(Ids.next(PatchTestId.PREFIX));
        return eventLog.record(PatchTest.class, () -> PatchTest.place(id, client, clinic, lot, clock.instant()));
    }

    PatchTest read(PatchTestId id, PatchTestResult result, Consumer<PatchTest> precondition) {
        return eventLog.record(PatchTest.class, () -> {
            PatchTest test = require(id);
            precondition.accept(test);
            return test.read(seals.seal(result, test.clientId(), id, RESULT), clock.instant())
                    .with(following(test, result));
        });
    }

    /** What follows elsewhere from a reading, unless a test that was placed later has been read. */
    private List<Change<?>> following(PatchTest test, PatchTestResult result) {
        boolean outdated = latestReading(test.clientId())
                .filter(it -> it.id().value().compareTo(test.id().value()) > 0)
                .isPresent();
        return outdated ? List.of() : followUp.after(test.clientId(), result == PatchTestResult.FAIL);
    }

    PatchTest correct(
            PatchTestId id, PatchTestResult result, String reason, Caller by, Consumer<PatchTest> precondition) {
        return eventLog.record(PatchTest.class, () -> {
            PatchTest test = require(id);
            precondition.accept(test);
            return test.correct(
                            seals.seal(result, test.clientId(), id, RESULT),
                            seals.seal(reason, test.clientId(), id, REASON),
                            by,
                            clock.instant())
                    .with(following(test, result));
        });
    }

    boolean isOverdue(PatchTest it) {
        return it.readAt() == null && clock.instant().isAfter(it.readableUntil());
    }

    /** What was read first, and why that was wrong; oldest first. */
    List<Correction> correctionsOf(PatchTest it) {
        return Objects.requireNonNullElse(it.superseded(), List.<PatchTest.Superseded>of()).stream()
                .map(one -> new Correction(
                        seals.open(one.result(), it.clientId(), it.id(), RESULT, PatchTestResult.class),
                        one.at(),
                        one.by(),
                        referenceData.nameOf(one.practitionerId()),
                        seals.open(one.reason(), it.clientId(), it.id(), REASON, String.class)))
                .toList();
    }

    /**
     * A result that was put right.
     *
     * @param was the wrong one
     * @param by subject of the one who put it right
     * @param byName what that person is called in the clinic; absent for those who don't treat
     */
    record Correction(
            PatchTestResult was,
            Instant at,
            String by,
            @Nullable String byName,
            String reason) {}

    PatchTest require(PatchTestId id) {
        return Optional.ofNullable(mongo.findById(id, PatchTest.class)).orElseThrow(Refusal::notFound);
    }

    @Nullable PatchTestResult resultOf(PatchTest it) {
        return it.result() == null
                ? null
                : seals.open(it.result(), it.clientId(), it.id(), RESULT, PatchTestResult.class);
    }

    /** Latest first. */
    List<PatchTest> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in("clientId", client))
                        .with(Sort.by("_id").descending()),
                PatchTest.class);
    }

    /** Of all tests that were read, the one placed last. */
    public Optional<PatchTestReading> latestReading(ClientId client) {
        return of(client).stream().flatMap(it -> reading(it).stream()).findFirst();
    }

    private Optional<PatchTestReading> reading(PatchTest it) {
        PatchTestResult result = resultOf(it);
        return result == null || it.validUntil() == null
                ? Optional.empty()
                : Optional.of(new PatchTestReading(it.id(), it.lotId(), result, it.validUntil()));
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("patch_tests").createIndex(ascending("clientId", "_id"));
    }
}
