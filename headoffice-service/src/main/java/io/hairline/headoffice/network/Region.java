package io.hairline.headoffice.network;

import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RegionOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RegionRenamed;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A part of the world that is led and counted as one.
 *
 * @param code unique for ever, such as {@code EU}
 */
@Document("regions")
@TypeAlias("region")
public record Region(@Id RegionId id, long version, String code, String name) implements Aggregate {

    static Change<Region> open(RegionId id, String code, String name) {
        return Change.to(new Region(id, 1, code, name), new RegionOpened(id, code, name));
    }

    Change<Region> rename(String wanted) {
        return wanted.equals(name)
                ? Change.none(this)
                : Change.to(new Region(id, version + 1, code, wanted), new RegionRenamed(id, wanted));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
