package io.hairline.treatment.supply;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.treatment.TreatmentEvent.StockHeldBack;
import io.hairline.contracts.treatment.TreatmentEvent.StockUsableAgain;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.treatment.lot.LotKind;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What was told of a clinic's material.
 *
 * @param version 0 before anything was told
 * @param heldBack the kinds of which nothing may be used, and why
 */
@Document("clinic_supplies")
@TypeAlias("clinicSupply")
record ClinicSupply(@Id ClinicId id, long version, int schema, Map<LotKind, Supply> heldBack) implements Aggregate {

    private static final int SCHEMA = 1;

    ClinicSupply {
        heldBack = Map.copyOf(heldBack);
    }

    static ClinicSupply untold(ClinicId clinic) {
        return new ClinicSupply(clinic, 0, SCHEMA, Map.of());
    }

    /** Tells once that nothing may be used, and once that something may again; used up or expired changes nothing. */
    Change<ClinicSupply> now(LotKind kind, Supply supply) {
        if (supply.isHeldBack() && supply != heldBack.get(kind)) {
            return Change.to(with(kind, supply), new StockHeldBack(id, kind.name(), supply.name()));
        }
        if (supply == Supply.USABLE && heldBack.containsKey(kind)) {
            return Change.to(with(kind, null), new StockUsableAgain(id, kind.name()));
        }
        return Change.none(this);
    }

    private ClinicSupply with(LotKind kind, @Nullable Supply now) {
        Map<LotKind, Supply> next = new EnumMap<>(LotKind.class);
        next.putAll(heldBack);
        if (now == null) {
            next.remove(kind);
        } else {
            next.put(kind, now);
        }
        return new ClinicSupply(id, version + 1, schema, next);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
