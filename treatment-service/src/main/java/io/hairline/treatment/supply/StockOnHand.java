package io.hairline.treatment.supply;

import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.LotStatus;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is left of one kind in a clinic.
 *
 * @param recalled the batches among it that a recall names
 */
public record StockOnHand(List<Lot> lots, Set<String> recalled) {

    public StockOnHand {
        lots = List.copyOf(lots);
        recalled = Set.copyOf(recalled);
    }

    /** How the clinic stands on a local day, as things are now. */
    public Supply on(LocalDate day) {
        Set<LotStatus> states = EnumSet.noneOf(LotStatus.class);
        lots.forEach(it -> states.add(
                it.statusOn(day, recalled.contains(it.batchOrComputed().normal()))));
        if (states.contains(LotStatus.RECEIVED) || states.contains(LotStatus.IN_USE)) {
            return Supply.USABLE;
        }
        if (states.contains(LotStatus.QUARANTINED)) {
            return Supply.QUARANTINED;
        }
        if (states.contains(LotStatus.RECALLED)) {
            return Supply.RECALLED;
        }
        return states.contains(LotStatus.EXPIRED) ? Supply.EXPIRED : Supply.NONE;
    }
}
