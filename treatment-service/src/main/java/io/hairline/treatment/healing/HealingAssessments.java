package io.hairline.treatment.healing;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.HealingAssessmentId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.chart.ChartSessions;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.healing.HealingAssessment.Findings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Keeps how the skin healed, and says whether it has. */
@Service
public class HealingAssessments implements Indexes {

    private static final String CLIENT = "clientId";
    private static final String FINDINGS = "findings";

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final ChartEncryption encryption;
    private final ObjectProvider<HealingFollowUp> followUps;
    private final Clock clock;
    private final MergedIds mergedClients;
    private final ChartSessions sessions;

    HealingAssessments(
            MongoTemplate mongo,
            EventLog eventLog,
            ChartEncryption encryption,
            ObjectProvider<HealingFollowUp> followUps,
            Clock clock,
            MergedIds mergedClients,
            ChartSessions sessions) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.encryption = encryption;
        this.followUps = followUps;
        this.clock = clock;
        this.mergedClients = mergedClients;
        this.sessions = sessions;
    }

    /**
     * How much of the colour of one session had stayed, and photos of it.
     *
     * @param retentionPercent absent if nobody judged it
     */
    public record Retention(
            SessionId sessionId, @Nullable Integer retentionPercent, List<PhotoId> photoIds, Instant assessedAt) {
        public Retention {
            photoIds = List.copyOf(photoIds);
        }
    }

    /** @param check refuses an assessment that may not be made, or answers the healed photos on which a release rests */
    HealingAssessment assess(HealingAssessment.Subject subject, Findings findings, Supplier<List<PhotoId>> check) {
        HealingAssessmentId id = new HealingAssessmentId(Ids.next(HealingAssessmentId.PREFIX));
        boolean released = findings.result().isReleasing();
        String by = RequestContext.current().actor();
        return eventLog.record(HealingAssessment.class, () -> {
            List<PhotoId> healedPhotos = check.get();
            List<Change<?>> further = after(subject.clientId(), !released, findings.retentionPercent());
            return HealingAssessment.assess(
                            id,
                            subject,
                            released,
                            encryption.seal(findings, subject.clientId(), id, FINDINGS),
                            healedPhotos,
                            by,
                            clock.instant())
                    .with(further);
        });
    }

    private List<Change<?>> after(ClientId client, boolean delayed, @Nullable Integer retentionPercent) {
        return followUps.stream()
                .flatMap(it -> it.afterHealing(client, delayed, retentionPercent).stream())
                .toList();
    }

    /**
     * What follows when these release no more, for the caller's own transaction: what delayed before delays again, unless the client
     * was treated since.
     */
    List<Change<?>> endReleases(ClientId client, List<HealingAssessment> ended) {
        if (ended.isEmpty()) {
            return List.of();
        }
        @Nullable Instant delayedSince = of(client).stream()
                .filter(it -> it.releaseEndedAt() == null && !ended.contains(it))
                .findFirst()
                .filter(it -> !it.released())
                .map(HealingAssessment::assessedAt)
                .filter(it -> sessions.lastSigned(client)
                        .filter(last -> it.isBefore(last.startedAt()))
                        .isEmpty())
                .orElse(null);
        return Stream.concat(
                        ended.stream()
                                .map(it -> it.endRelease(
                                        sessions.seat(it.sessionId())
                                                .map(ChartSessions.Seat::clinicId)
                                                .orElse(it.clinicId()),
                                        delayedSince,
                                        clock.instant())),
                        after(client, delayedSince != null, null).stream())
                .toList();
    }

    HealingAssessment require(HealingAssessmentId id) {
        return Optional.ofNullable(mongo.findById(id, HealingAssessment.class)).orElseThrow(Refusal::notFound);
    }

    Findings findingsOf(HealingAssessment it) {
        return encryption.open(it.findings(), it.clientId(), it.id(), FINDINGS, Findings.class);
    }

    /** Latest first. */
    List<HealingAssessment> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client))
                        .with(Sort.by("_id").descending()),
                HealingAssessment.class);
    }

    /** Whether the newest look at the skin since then that counts was one after which the next session has to wait. */
    public boolean isDelayedSince(ClientId client, Instant lastSession) {
        return delayedAt(client).filter(it -> !it.isBefore(lastSession)).isPresent();
    }

    /** When the skin was looked at last, if the next session has to wait after that; a release that has ended doesn't count. */
    Optional<Instant> delayedAt(ClientId client) {
        Query newest = Query.query(
                        mergedClients.in(CLIENT, client).and("releaseEndedAt").is(null))
                .with(Sort.by("_id").descending())
                .limit(1);
        return mongo.find(newest, HealingAssessment.class).stream()
                .filter(it -> !it.released())
                .map(HealingAssessment::assessedAt)
                .findFirst();
    }

    /** An assessment with the session that it is about; absent if that isn't there. */
    record Seated(HealingAssessment it, ChartSessions.@Nullable Seat session) {

        /** Those whose entry it is: where it was seen, and where the session was. */
        Set<ClinicId> clinics() {
            return session == null ? Set.of(it.clinicId()) : Set.copyOf(List.of(it.clinicId(), session.clinicId()));
        }
    }

    List<Seated> seated(List<HealingAssessment> all) {
        Map<SessionId, ChartSessions.Seat> seats =
                sessions.seats(all.stream().map(HealingAssessment::sessionId).toList());
        return all.stream().map(it -> new Seated(it, seats.get(it.sessionId()))).toList();
    }

    /** What was seen of healed work that is an entry of these clinics, latest first. */
    public List<Retention> retentionOf(ClientId client, Predicate<ClinicId> entryOf) {
        return seated(of(client)).stream()
                .filter(it -> it.clinics().stream().anyMatch(entryOf))
                .map(Seated::it)
                .map(it -> {
                    Findings seen = findingsOf(it);
                    return new Retention(it.sessionId(), seen.retentionPercent(), seen.photoIds(), it.assessedAt());
                })
                .toList();
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("healing_assessments").createIndex(ascending(CLIENT, "_id"));
    }
}
