package io.hairline.booking.diary;

import io.hairline.booking.referencedata.ServiceOffering;
import org.jspecify.annotations.Nullable;

/**
 * What an appointment of a service needs, as the catalogue had it when it was made; times in minutes.
 *
 * @param minutes the client's own time
 * @param preparation the chair's before it
 * @param cleaning the chair's after it
 * @param practitionerExtra the practitioner's after it
 * @param deviceKind the kind of exclusive device it needs for as long as the chair; absent if none
 */
public record ServiceNeed(
        int minutes,
        int preparation,
        int cleaning,
        int practitionerExtra,
        @Nullable String deviceKind) {

    /** Of a service that needs no device. */
    public ServiceNeed(int minutes, int preparation, int cleaning, int practitionerExtra) {
        this(minutes, preparation, cleaning, practitionerExtra, null);
    }

    public static ServiceNeed of(ServiceOffering offer) {
        return new ServiceNeed(
                offer.minutes(), offer.preparation(), offer.cleaning(), offer.practitionerExtra(), offer.deviceKind());
    }
}
