package io.hairline.treatment.session;

import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.contracts.treatment.Zone;
import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What was done in a session, and out of which lots. */
public record SessionWork(List<Zone> zones, Needle needle, List<Pigment> pigments, SessionObservations observations) {

    public SessionWork {
        zones = List.copyOf(zones);
        pigments = List.copyOf(pigments);
    }

    /** How much of each lot went into all cups together, in an order that two sessions share. */
    SequencedMap<String, BigDecimal> pigmentByLot() {
        SequencedMap<String, BigDecimal> byLot = new TreeMap<>();
        pigments.forEach(it -> byLot.merge(it.lotId().value(), it.millilitres(), BigDecimal::add));
        return byLot;
    }
}
