package io.hairline.booking.referencedata;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.ServicePrice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A service of the catalogue, in minutes that are multiples of fifteen.
 *
 * @param minutes the client's own time
 * @param preparation the chair's time before
 * @param cleaning the chair's time after
 * @param practitionerExtra the practitioner's time after
 * @param listPrice zero for what is free; absent if the price is agreed with each client
 * @param deviceKind what kind of exclusive device it needs for as long as the chair; absent if none
 * @param prices by currency and first day; absent if there is the list price alone
 */
@Document("offers")
@TypeAlias("offer")
public record ServiceOffering(
        @Id String code,
        int minutes,
        int preparation,
        int cleaning,
        int practitionerExtra,
        @Nullable Money listPrice,
        @Nullable String deviceKind,
        @Nullable List<ServicePrice> prices) {

    static ServiceOffering of(ServiceOffered it) {
        return new ServiceOffering(
                it.code(),
                it.minutes(),
                it.preparationMinutes(),
                it.cleaningMinutes(),
                it.practitionerExtraMinutes(),
                it.listPrice(),
                it.deviceKind(),
                it.prices());
    }
}
