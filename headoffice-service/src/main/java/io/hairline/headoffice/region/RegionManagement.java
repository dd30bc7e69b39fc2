package io.hairline.headoffice.region;

import io.hairline.contracts.RegionId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** How the brand takes in a new part of the world. */
@Service
public class RegionManagement {

    private final EventLog eventLog;
    private final Regions regions;

    RegionManagement(EventLog eventLog, Regions regions) {
        this.eventLog = eventLog;
        this.regions = regions;
    }

    public Region open(RegionId id, String code, String name) {
        try {
            return eventLog.record(Region.class, () -> Region.open(id, code, name));
        } catch (DuplicateKeyException _) {
            throw Refusal.state("code-taken", "There is a region " + code + " already. Choose another code.");
        }
    }

    public boolean exists(RegionId id) {
        return regions.findById(id).isPresent();
    }
}
