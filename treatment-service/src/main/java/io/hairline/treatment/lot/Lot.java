package io.hairline.treatment.lot;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.LotDrawn;
import io.hairline.contracts.treatment.TreatmentEvent.LotReceived;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A maker's batch in one clinic.
 *
 * @param status as events made it; whoever asks wants {@link #statusOn}
 * @param millilitres for needles, how many pieces came; the same unit remains
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
        BigDecimal remainingMillilitres)
        implements Aggregate {

    private static final int SCHEMA = 1;

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
                it.millilitres());
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

    /** What it is on a local day of its clinic. */
    public LotStatus statusOn(LocalDate today) {
        return status.isUsable() && today.isAfter(expiresOn) ? LotStatus.EXPIRED : status;
    }

    /** Takes some of it, or refuses if it is of another kind, may not be used or is too little. */
    public Change<Lot> draw(SessionId session, LotKind wanted, BigDecimal amount, LocalDate today) {
        if (kind != wanted) {
            throw unusable("is of kind " + kind + ", not " + wanted);
        }
        LotStatus now = statusOn(today);
        if (!now.isUsable()) {
            throw unusable("is " + now);
        }
        BigDecimal rest = remainingMillilitres.subtract(amount);
        if (rest.signum() < 0) {
            throw unusable("has only " + remainingMillilitres.toPlainString() + " left");
        }
        return Change.to(holding(rest), new LotDrawn(id, clinicId, session, amount, rest));
    }

    private Refusal unusable(String why) {
        return Refusal.state("lot-not-usable", "Lot " + lotNumber + " " + why + "; take another one.")
                .with("lotId", id.value());
    }

    private Lot holding(BigDecimal rest) {
        return new Lot(
                id,
                version + 1,
                schema,
                rest.signum() == 0 ? LotStatus.EMPTY : LotStatus.IN_USE,
                clinicId,
                kind,
                maker,
                product,
                colourIndex,
                lotNumber,
                expiresOn,
                millilitres,
                rest);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
