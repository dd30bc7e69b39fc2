package io.hairline.treatment.adverseevent;

import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventClosed;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventFiled;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventFollowedUp;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventReported;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.lot.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A harm that may come from a treatment.
 *
 * @param severity as it was judged last
 * @param description sealed
 * @param outcome absent while it is open
 * @param clinicId that reports it
 * @param seriousSince when somebody first judged it to be serious
 * @param filed absent until somebody notes that the authority was told
 * @param needleLotId the needles that may have caused it; absent if nobody suspects them
 * @param photoIds what shows it, in the store of photos; absent in events from before there were any
 * @param suspectedLotIds the lots that may have caused it, whatever their labels say; absent in events from before they were kept
 * @param treatingClinicId where the session was, if that is another clinic than the reporting one
 */
@Document("adverse_events")
@TypeAlias("adverseEvent")
@PersonalData
record AdverseEvent(
        @Id AdverseEventId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable SessionId sessionId,
        @Nullable LotId lotId,
        Severity severity,
        Binary description,
        String reportedBy,
        Instant reportedAt,
        List<FollowUp> followUps,
        @Nullable Outcome outcome,
        @Nullable Instant closedAt,
        @Nullable Instant seriousSince,
        @Nullable Filed filed,
        @Nullable LotId needleLotId,
        @Nullable List<PhotoId> photoIds,
        @Nullable List<LotId> suspectedLotIds,
        @Nullable ClinicId treatingClinicId)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final int MOST_FOLLOW_UPS = 100;

    AdverseEvent {
        followUps = List.copyOf(followUps);
    }

    /**
     * A later look.
     *
     * @param by subject
     * @param text sealed
     */
    record FollowUp(Instant at, String by, Severity severity, Binary text) {}

    /** A maker's batch, as the label of a lot says by now. */
    record Batch(String maker, String product, String lotNumber) {
        static Batch of(Lot it) {
            return new Batch(it.maker(), it.product(), it.lotNumber());
        }
    }

    /**
     * That the authority was told.
     *
     * @param by subject
     * @param reference the authority's own
     */
    record Filed(Instant at, String by, String reference) {}

    /** What is reported, of whom, in which clinic. */
    record Report(
            ClientId clientId,
            ClinicId clinicId,
            @Nullable SessionId sessionId,
            @Nullable LotId lotId,
            Severity severity,
            List<LotId> suspectedLotIds,
            @Nullable LotId needleLotId,
            List<PhotoId> photoIds,
            @Nullable ClinicId treatingClinicId) {
        Report {
            suspectedLotIds = List.copyOf(suspectedLotIds);
            photoIds = List.copyOf(photoIds);
        }
    }

    static Change<AdverseEvent> report(AdverseEventId id, Report it, Binary description, String by, Instant now) {
        AdverseEvent reported = new AdverseEvent(
                id,
                1,
                SCHEMA,
                it.clientId(),
                it.clinicId(),
                it.sessionId(),
                it.lotId(),
                it.severity(),
                description,
                by,
                now,
                List.of(),
                null,
                null,
                it.severity() == Severity.SERIOUS ? now : null,
                null,
                it.needleLotId(),
                it.photoIds(),
                it.suspectedLotIds(),
                it.treatingClinicId());
        return Change.to(
                reported,
                new AdverseEventReported(
                        id,
                        it.clientId(),
                        reported.concernedClinic(),
                        it.sessionId(),
                        it.lotId(),
                        it.severity().name()));
    }

    Change<AdverseEvent> followUp(FollowUp it) {
        requireOpen();
        if (followUps.size() == MOST_FOLLOW_UPS) {
            throw Refusal.state(
                    "illegal-move", "It has " + MOST_FOLLOW_UPS + " follow-ups; close it and report what is new.");
        }
        List<FollowUp> all = new ArrayList<>(followUps);
        all.add(it);
        Instant serious = seriousSince == null && it.severity() == Severity.SERIOUS ? it.at() : seriousSince;
        return Change.to(
                next(it.severity(), all, null, null, serious, filed),
                new AdverseEventFollowedUp(
                        id,
                        clientId,
                        concernedClinic(),
                        all.size(),
                        it.severity().name()));
    }

    Change<AdverseEvent> close(Outcome how, Instant now) {
        requireOpen();
        return Change.to(
                next(severity, followUps, how, now, seriousSince, filed),
                new AdverseEventClosed(id, clientId, concernedClinic(), how.name()));
    }

    /** Once; told again, it stays as it was. */
    Change<AdverseEvent> file(Filed it) {
        return filed != null
                ? Change.none(this)
                : Change.to(
                        next(severity, followUps, outcome, closedAt, seriousSince, it),
                        new AdverseEventFiled(id, clientId, concernedClinic()));
    }

    /** Whose harm it is: where the client was treated, as far as that is known. */
    ClinicId concernedClinic() {
        return Objects.requireNonNullElse(treatingClinicId, clinicId);
    }

    boolean isCoveredBy(ChartReading reading) {
        return reading.covers(clinicId) || reading.covers(concernedClinic());
    }

    /** Whether it is open and of the same client's same session, or may come from one of the same lots. */
    boolean isSimilarTo(Report other) {
        boolean sameSession = sessionId != null && sessionId.equals(other.sessionId());
        return outcome == null && (sameSession || !Collections.disjoint(suspectedLots(), other.suspectedLotIds()));
    }

    List<LotId> suspectedLots() {
        return Objects.requireNonNullElse(suspectedLotIds, List.of());
    }

    /** The batches that may have caused it, of lots that were read before. */
    List<Batch> batches(Map<LotId, Lot> known) {
        return suspectedLots().stream()
                .flatMap(it -> Stream.ofNullable(known.get(it)))
                .map(Batch::of)
                .distinct()
                .toList();
    }

    List<PhotoId> allPhotos() {
        return Objects.requireNonNullElse(photoIds, List.of());
    }

    @Nullable Instant filedAt() {
        return filed == null ? null : filed.at();
    }

    private void requireOpen() {
        if (outcome != null) {
            throw Refusal.state("illegal-move", "It was closed already as " + outcome + "; report what is new.");
        }
    }

    private AdverseEvent next(
            Severity now,
            List<FollowUp> all,
            @Nullable Outcome ended,
            @Nullable Instant endedAt,
            @Nullable Instant serious,
            @Nullable Filed told) {
        return new AdverseEvent(
                id,
                version + 1,
                schema,
                clientId,
                clinicId,
                sessionId,
                lotId,
                now,
                description,
                reportedBy,
                reportedAt,
                all,
                ended,
                endedAt,
                serious,
                told,
                needleLotId,
                photoIds,
                suspectedLotIds,
                treatingClinicId);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
