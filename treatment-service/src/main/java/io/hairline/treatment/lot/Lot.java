package io.hairline.treatment.lot;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.LotCorrected;
import io.hairline.contracts.treatment.TreatmentEvent.LotDisposed;
import io.hairline.contracts.treatment.TreatmentEvent.LotDrawn;
import io.hairline.contracts.treatment.TreatmentEvent.LotOpened;
import io.hairline.contracts.treatment.TreatmentEvent.LotQuarantined;
import io.hairline.contracts.treatment.TreatmentEvent.LotReceived;
import io.hairline.contracts.treatment.TreatmentEvent.LotReleased;
import io.hairline.contracts.treatment.TreatmentEvent.LotReplenished;
import io.hairline.contracts.treatment.TreatmentEvent.LotTransferred;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A maker's batch in one clinic: all its deliveries together.
 *
 * @param status as events made it; what it is on a day is {@link #statusOn}
 * @param millilitres all that came; for needles, pieces; the same unit remains
 * @param batch the normal form of maker, product and number
 * @param corrections what was typed wrong and put right, oldest first
 * @param useWithinDays for how many days it may be used once it is opened; absent if for as long as it lasts
 * @param openedOn the local day on which the first bottle was opened; absent while it is closed
 * @param labelFields what else its label says, by code
 * @param closedMillilitres what of the rest lies in closed bottles beside an opened one; absent if nothing does
 * @param unusableSince since when its status forbids its use; absent while it may be used, and in lots from before it was kept
 * @param quarantines times in quarantine that are over, oldest first; absent if there were none, and in lots from before they were
 *     kept
 */
@Document("lots")
@TypeAlias("lot")
public record Lot(
        @Id LotId id,
        long version,
        int schema,
        LotStatus status,
        ClinicId clinicId,
        LotKind kind,
        String maker,
        String product,
        String colourIndex,
        String lotNumber,
        LocalDate expiresOn,
        BigDecimal millilitres,
        BigDecimal remainingMillilitres,
        @Nullable String batch,
        @Nullable List<Correction> corrections,
        @Nullable Integer useWithinDays,
        @Nullable LocalDate openedOn,
        @Nullable Map<String, String> labelFields,
        @Nullable BigDecimal closedMillilitres,
        @Nullable Instant unusableSince,
        @Nullable List<Quarantine> quarantines)
        implements Aggregate {

    /** From this schema on, a clinic has one lot of a batch. */
    static final int SCHEMA = 2;

    private static final String ILLEGAL = "illegal-move";

    /** What a label says. */
    record Label(String maker, String product, String colourIndex, String lotNumber, LocalDate expiresOn) {
        Batch batch() {
            return Batch.of(maker, product, lotNumber);
        }
    }

    /**
     * A label that was put right.
     *
     * @param was as it was typed before
     * @param by subject of the one who put it right
     * @param wasMillilitres all that was said to have come, where that was wrong
     */
    record Correction(
            Label was,
            Instant at,
            String by,
            String reason,
            @Nullable BigDecimal wasMillilitres) {}

    /** A time in which it was held back. */
    record Quarantine(Instant from, Instant until) {
        boolean includes(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    static Change<Lot> receive(LotId id, Delivery it) {
        Lot received = new Lot(
                id,
                1,
                SCHEMA,
                LotStatus.RECEIVED,
                it.clinicId(),
                it.kind(),
                it.maker(),
                it.product(),
                it.colourIndex(),
                it.lotNumber(),
                it.expiresOn(),
                it.millilitres(),
                it.millilitres(),
                it.batch().normal(),
                List.of(),
                it.useWithinDays(),
                it.openedOn(),
                it.labelFields(),
                null,
                null,
                null);
        return Change.to(
                received,
                new LotReceived(
                        id,
                        it.clinicId(),
                        it.maker(),
                        it.product(),
                        it.colourIndex(),
                        it.lotNumber(),
                        it.expiresOn(),
                        it.millilitres()));
    }

    public Batch batchOrComputed() {
        return batch == null ? label().batch() : new Batch(batch);
    }

    Label label() {
        return new Label(maker, product, colourIndex, lotNumber, expiresOn);
    }

    /** More of the same batch has come; one that names another last day can't be the same batch. */
    Change<Lot> replenish(Delivery it) {
        if (kind != it.kind() || !expiresOn.equals(it.expiresOn())) {
            throw Refusal.state(
                            "lot-known",
                            "This clinic has lot " + lotNumber + " already, as " + kind + " that expires on "
                                    + expiresOn + ". Check the label; correct the known lot if that one is wrong.")
                    .with("lotId", id.value());
        }
        return beside(it).add(it.millilitres());
    }

    /** As it is with what comes, before that is added: closed bottles keep their days beside an opened one. */
    private Lot beside(Delivery it) {
        if (kind == LotKind.NEEDLE || Objects.equals(openedOn, it.openedOn())) {
            return this;
        }
        if (openedOn == null) {
            return bottles(it.openedOn(), remainingMillilitres, remainingMillilitres);
        }
        return it.openedOn() == null ? bottles(openedOn, remainingMillilitres, closed().add(it.millilitres())) : this;
    }

    private Change<Lot> add(BigDecimal amount) {
        if (status == LotStatus.DISPOSED) {
            throw Refusal.state(ILLEGAL, "What was left of lot " + lotNumber + " was disposed of; keep it so.");
        }
        BigDecimal rest = remainingMillilitres.add(amount);
        return Change.to(
                with(inStock(), label(), millilitres.add(amount), rest, corrections, null),
                new LotReplenished(id, clinicId, amount, rest));
    }

    /**
     * What it is on a local day of its clinic.
     *
     * @param recalled whether a recall names its batch
     */
    public LotStatus statusOn(LocalDate today, boolean recalled) {
        return statusOn(status, today, recalled);
    }

    /**
     * What it was for a session: what became of it only after the session had begun doesn't count, unless it was in quarantine then
     * and was only released for a while.
     *
     * @param day the local day on which the session began
     * @param recalled whether a recall named its batch before
     */
    LotStatus statusFor(Instant began, LocalDate day, boolean recalled) {
        boolean changedSince = unusableSince != null && unusableSince.isAfter(began);
        return statusOn(changedSince && !wasHeldAt(began) ? LotStatus.IN_USE : status, day, recalled);
    }

    private boolean wasHeldAt(Instant moment) {
        return Objects.requireNonNullElse(quarantines, List.<Quarantine>of()).stream()
                .anyMatch(it -> it.includes(moment));
    }

    private LotStatus statusOn(LotStatus stored, LocalDate day, boolean recalled) {
        if (recalled && !stored.isGone()) {
            return LotStatus.RECALLED;
        }
        return stored.isUsable() && day.isAfter(usableUntil()) ? LotStatus.EXPIRED : stored;
    }

    /** The last local day on which it may be used: its own, or sooner where all that is left is opened. */
    LocalDate usableUntil() {
        LocalDate opened = closed().signum() > 0 ? expiresOn : openedUntil();
        return opened.isBefore(expiresOn) ? opened : expiresOn;
    }

    private LocalDate openedUntil() {
        return openedOn == null || useWithinDays == null ? expiresOn : openedOn.plusDays(useWithinDays);
    }

    private BigDecimal closed() {
        return Objects.requireNonNullElse(closedMillilitres, BigDecimal.ZERO);
    }

    /** The same version as it can be used on a day: without an opened bottle whose days are over, if there are closed ones. */
    Lot on(LocalDate day) {
        return closed().signum() > 0 && day.isAfter(openedUntil()) ? bottles(null, closed(), null) : this;
    }

    /** A bottle is opened: from then on its days are counted. */
    Change<Lot> open(LocalDate today, LotStatus now) {
        requireUsable(LotKind.PIGMENT, now);
        if (on(today).openedOn != null) {
            throw Refusal.state(ILLEGAL, "Lot " + lotNumber + " was opened on " + openedOn + " already.");
        }
        Lot opened = openedBy(today, BigDecimal.ZERO);
        return Change.to(
                opened.with(LotStatus.IN_USE, label(), millilitres, opened.remainingMillilitres, corrections, null),
                new LotOpened(id, clinicId, today, opened.usableUntil()));
    }

    /**
     * The same version, opened on a day: what is drawn from a closed bottle opens it.
     *
     * @param amount that is drawn; more than the opened bottle holds opens the closed ones
     */
    Lot openedBy(LocalDate day, BigDecimal amount) {
        Lot usable = on(day);
        boolean opens =
                usable.openedOn == null || amount.compareTo(usable.remainingMillilitres.subtract(usable.closed())) > 0;
        return opens && kind == LotKind.PIGMENT ? bottles(day, usable.remainingMillilitres, null) : usable;
    }

    private Lot bottles(@Nullable LocalDate opened, BigDecimal rest, @Nullable BigDecimal closed) {
        return new Lot(
                id,
                version,
                schema,
                status,
                clinicId,
                kind,
                maker,
                product,
                colourIndex,
                lotNumber,
                expiresOn,
                millilitres,
                rest,
                batch,
                corrections,
                useWithinDays,
                opened,
                labelFields,
                closed,
                unusableSince,
                quarantines);
    }

    /** Refuses a lot of another kind, and one that may not be used. */
    void requireUsable(LotKind wanted, LotStatus now) {
        if (kind != wanted) {
            throw unusable("is of kind " + kind + ", not " + wanted);
        }
        if (!now.isUsable()) {
            throw unusable("is " + now);
        }
    }

    /**
     * Takes some of it, or refuses if it is of another kind, might not be used or is too little. Of what went after the session
     * had begun, nothing is there to be taken.
     *
     * @param then what it was for the session
     */
    Change<Lot> draw(SessionId session, LotKind wanted, BigDecimal amount, LotStatus then, Instant at) {
        requireUsable(wanted, then);
        if (status.isGone()) {
            return Change.none(this);
        }
        BigDecimal rest = remainingMillilitres.subtract(amount);
        if (rest.signum() < 0) {
            throw unusable("has only " + remainingMillilitres.toPlainString() + " left");
        }
        return Change.to(holding(rest, at), new LotDrawn(id, clinicId, session, amount, rest));
    }

    Change<Lot> quarantine(QuarantineReason reason, Instant at) {
        if (!status.isUsable()) {
            throw Refusal.state(ILLEGAL, "Lot " + lotNumber + " is " + status + "; there is nothing to hold back.");
        }
        return keep(LotStatus.QUARANTINED, new LotQuarantined(id, clinicId, reason.name()), at);
    }

    Change<Lot> release(Instant at) {
        if (status != LotStatus.QUARANTINED) {
            throw Refusal.state(ILLEGAL, "Lot " + lotNumber + " is " + status + ", not in quarantine.");
        }
        boolean untouched = remainingMillilitres.compareTo(millilitres) == 0;
        return keep(untouched ? LotStatus.RECEIVED : LotStatus.IN_USE, new LotReleased(id, clinicId), at);
    }

    /** What is left leaves the stock for good. */
    Change<Lot> dispose(DisposalReason reason, Instant at) {
        if (status.isGone()) {
            throw Refusal.state(ILLEGAL, "Lot " + lotNumber + " is " + status + "; nothing is left of it.");
        }
        return Change.to(
                with(LotStatus.DISPOSED, label(), millilitres, BigDecimal.ZERO, corrections, at),
                new LotDisposed(id, clinicId, remainingMillilitres, reason.name()));
    }

    /** Some of it goes to the same batch in another clinic. */
    Change<Lot> transfer(ClinicId to, LotId receiving, BigDecimal amount, LotStatus now, Instant at) {
        requireUsable(kind, now);
        BigDecimal rest = remainingMillilitres.subtract(amount);
        if (rest.signum() < 0) {
            throw unusable("has only " + remainingMillilitres.toPlainString() + " left");
        }
        BigDecimal closed = closed().subtract(amount).max(BigDecimal.ZERO);
        Lot left = closedMillilitres == null ? this : bottles(openedOn, remainingMillilitres, closed);
        return Change.to(left.holding(rest, at), new LotTransferred(id, clinicId, to, receiving, amount, rest));
    }

    /** What comes to another clinic when some of this is transferred: closed bottles first. */
    Delivery deliveryTo(ClinicId clinic, BigDecimal amount) {
        return new Delivery(
                clinic,
                kind,
                maker,
                product,
                colourIndex,
                lotNumber,
                expiresOn,
                amount,
                useWithinDays,
                closed().compareTo(amount) >= 0 ? null : openedOn,
                Objects.requireNonNullElse(labelFields, Map.of()));
    }

    /**
     * Puts right what was typed wrong when it came; how it was stays to be seen.
     *
     * @param came all that ever came of it; what is left moves with it
     */
    Change<Lot> correct(Label right, BigDecimal came, String reason, String by, LotStatus now, Instant at) {
        if (now == LotStatus.RECALLED) {
            throw Refusal.state(ILLEGAL, "Lot " + lotNumber + " is recalled; its label can't be changed any more.");
        }
        BigDecimal more = came.subtract(millilitres);
        if (right.equals(label()) && more.signum() == 0) {
            throw Refusal.input("lotNumber", "nothing differs from what is known; send what is to be corrected");
        }
        List<Correction> all = new ArrayList<>(Objects.requireNonNullElse(corrections, List.of()));
        all.add(new Correction(label(), at, by, reason, more.signum() == 0 ? null : millilitres));
        BigDecimal rest = rest(more);
        LotStatus next = more.signum() == 0 ? status : rest.signum() == 0 ? LotStatus.EMPTY : inStock();
        BigDecimal closed = closed().add(more).max(BigDecimal.ZERO);
        Lot counted = closedMillilitres == null ? this : bottles(openedOn, remainingMillilitres, closed);
        return Change.to(
                counted.with(next, right, millilitres.add(more), rest, List.copyOf(all), at),
                new LotCorrected(
                        id,
                        clinicId,
                        right.maker(),
                        right.product(),
                        right.colourIndex(),
                        right.lotNumber(),
                        right.expiresOn(),
                        millilitres.add(more),
                        rest));
    }

    private BigDecimal rest(BigDecimal more) {
        if (status == LotStatus.DISPOSED && more.signum() != 0) {
            throw Refusal.state(ILLEGAL, "What was left of lot " + lotNumber + " was disposed of; keep it so.");
        }
        BigDecimal rest = remainingMillilitres.add(more);
        if (rest.signum() < 0) {
            BigDecimal gone = millilitres.subtract(remainingMillilitres);
            throw Refusal.input(
                    "millilitres", "must be at least " + gone.toPlainString() + ": so much has left the lot already");
        }
        return rest;
    }

    private LotStatus inStock() {
        return status == LotStatus.EMPTY ? LotStatus.IN_USE : status;
    }

    private Refusal unusable(String why) {
        return Refusal.state("lot-not-usable", "Lot " + lotNumber + " " + why + "; take another one.")
                .with("lotId", id.value());
    }

    /** What is drawn from quarantine leaves the rest there. */
    private Lot holding(BigDecimal rest, Instant at) {
        LotStatus left = status == LotStatus.QUARANTINED ? status : LotStatus.IN_USE;
        return with(rest.signum() == 0 ? LotStatus.EMPTY : left, label(), millilitres, rest, corrections, at);
    }

    private Change<Lot> keep(LotStatus next, DomainEvent event, Instant at) {
        return Change.to(with(next, label(), millilitres, remainingMillilitres, corrections, at), event);
    }

    /** @param at when its status changes; null where neither its use is forbidden nor a quarantine ends */
    private Lot with(
            LotStatus next,
            Label label,
            BigDecimal came,
            BigDecimal rest,
            @Nullable List<Correction> corrected,
            @Nullable Instant at) {
        @Nullable Instant unusable = status.isUsable() ? at : unusableSince;
        return new Lot(
                id,
                version + 1,
                schema,
                next,
                clinicId,
                kind,
                label.maker(),
                label.product(),
                label.colourIndex(),
                label.lotNumber(),
                label.expiresOn(),
                came,
                rest,
                label.batch().normal(),
                corrected,
                useWithinDays,
                openedOn,
                labelFields,
                rest.signum() == 0 ? null : closedMillilitres,
                next.isUsable() ? null : unusable,
                next == status || at == null ? quarantines : quarantinesUntil(at));
    }

    private @Nullable List<Quarantine> quarantinesUntil(Instant at) {
        if (status != LotStatus.QUARANTINED) {
            return quarantines;
        }
        List<Quarantine> all = new ArrayList<>(Objects.requireNonNullElse(quarantines, List.of()));
        all.add(new Quarantine(Objects.requireNonNullElse(unusableSince, Instant.EPOCH), at));
        return List.copyOf(all);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
