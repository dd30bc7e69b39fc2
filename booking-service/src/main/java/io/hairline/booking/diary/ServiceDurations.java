package io.hairline.booking.diary;

import io.hairline.booking.referencedata.ServiceOffering;

/** The time that an appointment of a service needs, in minutes, as the catalogue had it when it was made. */
public record ServiceDurations(int minutes, int preparation, int cleaning, int practitionerExtra) {

    public static ServiceDurations of(ServiceOffering offer) {
        return new ServiceDurations(offer.minutes(), offer.preparation(), offer.cleaning(), offer.practitionerExtra());
    }
}
