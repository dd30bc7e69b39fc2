package io.hairline.headoffice.region;

import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RegionOpened;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A part of the world that is led and counted as one.
 *
 * @param code short and unique, such as {@code EU}
 */
@Document("regions")
@TypeAlias("region")
public record Region(@Id RegionId id, long version, String code, String name) implements Aggregate {

    static Change<Region> open(RegionId id, String code, String name) {
        return Change.to(new Region(id, 1, code, name), new RegionOpened(id, code, name));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
