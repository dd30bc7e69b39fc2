package io.hairline.booking.diary;

import io.hairline.booking.network.Offer;

/** The time that an appointment of a service needs, in minutes, as the catalogue had it when it was made. */
public record Need(int minutes, int preparation, int cleaning, int practitionerExtra) {

    public static Need of(Offer offer) {
        return new Need(offer.minutes(), offer.preparation(), offer.cleaning(), offer.practitionerExtra());
    }
}
