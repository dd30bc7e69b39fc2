package io.hairline.treatment.lot;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.StockRule;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.treatment.referencedata.ReferenceData;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Receives lots, takes each through what happens to it, and says what a clinic can use. */
@Service
public class Lots implements Indexes {

    private static final String CLINIC = "clinicId";
    private static final String BATCH = "batch";
    private static final String STATUS = "status";
    private static final int MOST_LOOKED_AT = 200;

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final RecalledBatches recalls;
    private final ObjectProvider<RecalledBatches.LateUse> lateUse;
    private final ReferenceData referenceData;
    private final Clock clock;

    Lots(
            MongoTemplate mongo,
            EventLog eventLog,
            RecalledBatches recalls,
            ObjectProvider<RecalledBatches.LateUse> lateUse,
            ReferenceData referenceData,
            Clock clock) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.recalls = recalls;
        this.lateUse = lateUse;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /**
     * A delivery: a new lot under this id, or more of the lot that the clinic has of the same batch. Once for each id:
     * received again, it is what it has become.
     */
    public Lot receive(LotId id, Delivery delivery) {
        return find(id).orElseGet(() -> eventLog.once(Lot.class, () -> record(id, delivery)));
    }

    private Lot record(LotId id, Delivery delivery) {
        try {
            return eventLog.record(Lot.class, () -> arrived(id, delivery));
        } catch (DuplicateKeyException _) {
            throw known();
        }
    }

    private Change<Lot> arrived(LotId id, Delivery delivery) {
        return findBatch(delivery.clinicId(), delivery.batch())
                .map(it -> it.id().equals(id) ? Change.none(it) : it.replenish(delivery))
                .orElseGet(() -> Lot.receive(id, delivery));
    }

    private static Refusal known() {
        return Refusal.state("lot-known", "This clinic has a lot of this maker, product and number already.");
    }

    /** Changes one lot as it is today. */
    Lot change(LotId id, LotChange how) {
        return eventLog.record(Lot.class, () -> {
            Lot lot = find(id).orElseThrow(Refusal::notFound);
            return how.of(lot, statusOf(lot), clock.instant());
        });
    }

    /** A bottle is opened today in its clinic. */
    Lot open(LotId id, LotChange precondition) {
        return change(id, (lot, now, at) -> {
            precondition.of(lot, now, at);
            return lot.open(today(lot.clinicId()), now);
        });
    }

    /**
     * Puts a label or an amount right, unless that makes it a batch that the clinic has already.
     *
     * @param came all that ever came of it; null if that was right
     */
    Lot correct(
            LotId id,
            Function<Lot, Lot.Label> right,
            @Nullable BigDecimal came,
            String reason,
            String by,
            LotChange precondition) {
        try {
            return change(id, (lot, now, at) -> {
                precondition.of(lot, now, at);
                Lot.Label label = right.apply(lot);
                if (findBatch(lot.clinicId(), label.batch())
                        .filter(it -> !it.id().equals(id))
                        .isPresent()) {
                    throw known();
                }
                BigDecimal all = Objects.requireNonNullElse(came, lot.millilitres());
                return lot.correct(label, all, reason, by, now, at);
            });
        } catch (DuplicateKeyException _) {
            throw known();
        }
    }

    /** Some of a lot goes to another clinic: both lots change, or none. */
    Lot transfer(LotId id, ClinicId to, LotId newLot, BigDecimal amount, LotChange precondition) {
        return change(id, (lot, now, at) -> {
            precondition.of(lot, now, at);
            Lot usable = lot.on(today(lot.clinicId()));
            Change<Lot> there = arrived(newLot, usable.deliveryTo(to, amount));
            return usable.transfer(to, there.next().id(), amount, now, at).with(List.of(there));
        });
    }

    /** What happens to a lot at an instant, when it is in this state. */
    @FunctionalInterface
    interface LotChange {
        Change<Lot> of(Lot lot, LotStatus now, Instant at);
    }

    public Optional<Lot> find(LotId id) {
        return Optional.ofNullable(mongo.findById(id, Lot.class));
    }

    /** Those of these lots that are known. */
    public Map<LotId, Lot> byId(Collection<LotId> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(Set.copyOf(ids))), Lot.class).stream()
                .collect(Collectors.toUnmodifiableMap(Lot::id, Function.identity()));
    }

    private Optional<Lot> findBatch(ClinicId clinic, Batch batch) {
        return Optional.ofNullable(mongo.findOne(
                Query.query(Criteria.where(BATCH).is(batch.normal()).and(CLINIC).is(clinic)), Lot.class));
    }

    /** All lots of a batch, in every clinic. */
    public List<Lot> of(Batch batch) {
        return mongo.find(Query.query(Criteria.where(BATCH).is(batch.normal())), Lot.class);
    }

    /** What a lot is today in its clinic. */
    public LotStatus statusOf(Lot lot) {
        return statusOf(lot, recalledAmong(List.of(lot)));
    }

    LotStatus statusOf(Lot lot, Set<String> recalled) {
        return lot.statusOn(
                today(lot.clinicId()), recalled.contains(lot.batchOrComputed().normal()));
    }

    /** Their batches that a recall names, in their normal form. */
    public Set<String> recalledAmong(Collection<Lot> lots) {
        return recalls.among(
                lots.stream().map(it -> it.batchOrComputed().normal()).toList());
    }

    /** Those of these lots that are recalled or in quarantine by now, however much is left of them. */
    public Map<LotId, LotStatus> heldAmong(Collection<Lot> known) {
        Set<String> recalled = recalledAmong(known);
        Map<LotId, LotStatus> held = new HashMap<>();
        for (Lot it : known) {
            if (recalled.contains(it.batchOrComputed().normal())) {
                held.put(it.id(), LotStatus.RECALLED);
            } else if (it.status() == LotStatus.QUARANTINED) {
                held.put(it.id(), LotStatus.QUARANTINED);
            }
        }
        return Map.copyOf(held);
    }

    void requireKnownClinic(ClinicId clinic) {
        if (referenceData.findClinic(clinic).isEmpty()) {
            throw Refusal.input("clinicId", "is not a clinic of the brand; GET /api/v1/clinics lists them");
        }
    }

    /**
     * For whom a lot is drawn.
     *
     * @param startedAt when the session began
     */
    public record Use(SessionId session, ClinicId clinic, Instant startedAt) {}

    /**
     * What a session takes of a lot.
     *
     * @param now what the lot is at the session's end
     */
    public record Drawn(Change<Lot> change, LotStatus now) {

        /** Whether nothing could be taken of it any more if the session began only now. */
        public boolean isLate() {
            return !now.isUsable();
        }
    }

    /**
     * Takes some of a lot of the session's clinic; for the caller's own transaction. What was recalled, held back, past its day or
     * gone only after the session had begun was in the chair, and is drawn all the same, as far as it is there: the record says
     * what was used.
     */
    public Drawn draw(Use use, LotId id, LotKind kind, BigDecimal amount, String field) {
        Lot lot = requireIn(id, List.of(use.clinic()), field);
        String batch = lot.batchOrComputed().normal();
        Set<String> recalled = recalledAmong(List.of(lot));
        boolean recalledBefore = isRecalledFor(lot, use.startedAt(), recalled);
        LotStatus then = lot.statusFor(use.startedAt(), dayOf(use.startedAt(), use.clinic()), recalledBefore);
        LocalDate today = today(use.clinic());
        Change<Lot> change = lot.openedBy(today, amount).draw(use.session(), kind, amount, then, clock.instant());
        if (recalled.contains(batch) && !recalledBefore) {
            lateUse.ifAvailable(it -> it.note(batch));
        }
        return new Drawn(change, lot.statusOn(today, recalled.contains(batch)));
    }

    /** Of a clinic's lots those that a session may name which began there at an instant. */
    List<Lot> nameable(List<Lot> all, ClinicId clinic, Instant began, Set<String> recalled) {
        LocalDate day = dayOf(began, clinic);
        return all.stream()
                .filter(it -> it.statusFor(began, day, isRecalledFor(it, began, recalled))
                        .isUsable())
                .toList();
    }

    /** Whether a recall bars it and one did when the session began: it wasn't in the chair, though it was free for a while since. */
    private boolean isRecalledFor(Lot lot, Instant began, Set<String> recalled) {
        String batch = lot.batchOrComputed().normal();
        return recalled.contains(batch) && recalls.wasRecalledAt(batch, began);
    }

    /** As the API shows it now. */
    LotView view(Lot it) {
        return LotView.of(it, statusOf(it), today(it.clinicId()), rule(it.clinicId()));
    }

    /** From when on a clinic is warned that more is wanted. */
    StockRule rule(ClinicId clinic) {
        return referenceData.policy(clinic, clock.instant()).stock();
    }

    LocalDate today(ClinicId clinic) {
        return dayOf(clock.instant(), clinic);
    }

    private LocalDate dayOf(Instant moment, ClinicId clinic) {
        ZoneId zone =
                referenceData.findClinic(clinic).orElseThrow(Refusal::notFound).zoneId();
        return LocalDate.ofInstant(moment, zone);
    }

    /** A lot of one of these clinics; one that isn't there and one of another clinic look the same. */
    public Lot requireIn(LotId id, Collection<ClinicId> clinics, String field) {
        return find(id).filter(it -> clinics.contains(it.clinicId()))
                .orElseThrow(() -> Refusal.input(field, "is no lot of this clinic"));
    }

    /** The same, if it may be used today and is of this kind. */
    public Lot requireUsable(LotId id, Collection<ClinicId> clinics, LotKind kind, String field) {
        Lot lot = requireIn(id, clinics, field);
        lot.requireUsable(kind, statusOf(lot));
        return lot;
    }

    /**
     * In the order they came.
     *
     * @param left only those of which something is left, or only those of which nothing is; null for all
     * @param usableSince only those whose status allowed their use at some time since; null for all
     */
    List<Lot> of(
            ClinicId clinic, @Nullable Boolean left, @Nullable Instant usableSince, @Nullable LotId after, int most) {
        Criteria here = Criteria.where(CLINIC).is(clinic);
        if (left != null) {
            here = here.and(STATUS)
                    .in(Arrays.stream(LotStatus.values())
                            .filter(it -> it.isGone() != left)
                            .toList());
        }
        Criteria page = after == null ? here : here.and("_id").gt(after);
        if (usableSince != null) {
            page = page.orOperator(
                    Criteria.where(STATUS).in(LotStatus.RECEIVED, LotStatus.IN_USE),
                    Criteria.where("unusableSince").gt(usableSince));
        }
        return mongo.find(Query.query(page).with(Sort.by("_id")).limit(most), Lot.class);
    }

    /** Whether a clinic has some pigment of this maker's product, of whatever batch, that may be used on this local day. */
    public boolean hasUsableProduct(ClinicId clinic, String maker, String product, LocalDate day) {
        List<Lot> found = mongo.find(
                Query.query(Criteria.where(CLINIC)
                                .is(clinic)
                                .and(BATCH)
                                .regex("^" + Pattern.quote(Batch.ofProduct(maker, product)))
                                .and("kind")
                                .is(LotKind.PIGMENT)
                                .and(STATUS)
                                .in(LotStatus.RECEIVED, LotStatus.IN_USE)
                                .and("expiresOn")
                                .gte(day))
                        .limit(MOST_LOOKED_AT),
                Lot.class);
        return isAnyUsable(found, day);
    }

    /** What a clinic has left of this kind, usable or not, those that last longest first. */
    public List<Lot> leftOf(ClinicId clinic, LotKind kind) {
        return mongo.find(
                Query.query(Criteria.where(CLINIC)
                                .is(clinic)
                                .and("kind")
                                .is(kind)
                                .and(STATUS)
                                .in(LotStatus.RECEIVED, LotStatus.IN_USE, LotStatus.QUARANTINED))
                        .with(Sort.by("expiresOn").descending())
                        .limit(MOST_LOOKED_AT),
                Lot.class);
    }

    /** The clinics that have some of a batch, as it was typed. */
    public Set<ClinicId> clinicsWith(String maker, String product, String lotNumber) {
        return of(Batch.of(maker, product, lotNumber)).stream()
                .map(Lot::clinicId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a clinic has any of this kind that may be used on this local day. */
    public boolean hasUsable(ClinicId clinic, LotKind kind, LocalDate day) {
        List<Lot> found = mongo.find(
                Query.query(Criteria.where(CLINIC)
                                .is(clinic)
                                .and("kind")
                                .is(kind)
                                .and(STATUS)
                                .in(LotStatus.RECEIVED, LotStatus.IN_USE)
                                .and("expiresOn")
                                .gte(day))
                        .limit(MOST_LOOKED_AT),
                Lot.class);
        return isAnyUsable(found, day);
    }

    /** Not recalled, and not opened too long ago. */
    private boolean isAnyUsable(List<Lot> found, LocalDate day) {
        Set<String> recalled = recalledAmong(found);
        return found.stream()
                .anyMatch(it -> it.statusOn(
                                day, recalled.contains(it.batchOrComputed().normal()))
                        .isUsable());
    }

    @Override
    public void ensure(MongoDatabase database) {
        var lots = database.getCollection("lots");
        lots.createIndex(ascending(BATCH, CLINIC));
        lots.createIndex(
                ascending(CLINIC, BATCH),
                new IndexOptions()
                        .name("one_of_a_batch")
                        .unique(true)
                        .partialFilterExpression(gte("schema", Lot.SCHEMA)));
        lots.createIndex(ascending(CLINIC, "_id"));
        lots.createIndex(ascending(CLINIC, STATUS, "_id"));
        lots.createIndex(ascending(CLINIC, "kind", STATUS, "expiresOn"));
        nameBatches(lots);
    }

    /** Lots from before batches had a normal form are found by it, too. */
    private static void nameBatches(MongoCollection<Document> lots) {
        for (Document it : lots.find(eq(BATCH, null))) {
            Batch batch = Batch.of(it.getString("maker"), it.getString("product"), it.getString("lotNumber"));
            lots.updateOne(eq("_id", it.get("_id")), set(BATCH, batch.normal()));
        }
    }
}
