package io.hairline.headoffice.catalogue;

import io.hairline.contracts.Money;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A service of the catalogue.
 *
 * @param code unique, such as {@code SESSION_1}; clinics, plans and appointments name it by this
 * @param deviceKind what kind of exclusive device it needs for as long as the chair; absent if none
 */
@Document("services")
@TypeAlias("service")
public record ServiceOffer(
        @Id ServiceId id,
        long version,
        String code,
        ServiceDurations minutes,
        @Nullable Money listPrice,
        @Nullable String deviceKind)
        implements Aggregate {

    static Change<ServiceOffer> offer(
            ServiceId id,
            String code,
            ServiceDurations minutes,
            @Nullable Money listPrice,
            @Nullable String deviceKind) {
        return new ServiceOffer(id, 1, code, minutes, listPrice, deviceKind).offered();
    }

    Change<ServiceOffer> offer(
            ServiceDurations nextMinutes, @Nullable Money nextPrice, @Nullable String nextDeviceKind) {
        ServiceOffer next = new ServiceOffer(id, version + 1, code, nextMinutes, nextPrice, nextDeviceKind);
        return next.equals(new ServiceOffer(id, version + 1, code, minutes, listPrice, deviceKind))
                ? Change.none(this)
                : next.offered();
    }

    private Change<ServiceOffer> offered() {
        return Change.to(
                this,
                new ServiceOffered(
                        id,
                        code,
                        minutes.client(),
                        minutes.preparation(),
                        minutes.cleaning(),
                        minutes.practitionerExtra(),
                        listPrice,
                        deviceKind));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
