package io.hairline.treatment.supply;

import io.hairline.contracts.ClinicId;
import io.hairline.kit.events.EventLog;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Service;

/** Looks at what a clinic has of each kind. */
@Service
public class Supplies {

    private final MongoTemplate mongo;
    private final Lots lots;
    private final EventLog eventLog;

    Supplies(MongoTemplate mongo, Lots lots, EventLog eventLog) {
        this.mongo = mongo;
        this.lots = lots;
        this.eventLog = eventLog;
    }

    /** Of every kind, what is left. */
    public Map<LotKind, StockOnHand> of(ClinicId clinic) {
        Map<LotKind, StockOnHand> stock = new EnumMap<>(LotKind.class);
        for (LotKind kind : LotKind.values()) {
            List<Lot> left = lots.leftOf(clinic, kind);
            stock.put(kind, new StockOnHand(left, lots.recalledAmong(left)));
        }
        return stock;
    }

    /** Tells what is new of a clinic's stock as it is on this local day. */
    public void tell(ClinicId clinic, Map<LotKind, StockOnHand> stock, LocalDate today) {
        stock.forEach((kind, left) -> {
            var _ = eventLog.record(ClinicSupply.class, () -> told(clinic).now(kind, left.on(today)));
        });
    }

    private ClinicSupply told(ClinicId clinic) {
        return Optional.ofNullable(mongo.findById(clinic, ClinicSupply.class))
                .orElseGet(() -> ClinicSupply.untold(clinic));
    }
}
