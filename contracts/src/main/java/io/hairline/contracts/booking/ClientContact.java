package io.hairline.contracts.booking;

import io.hairline.contracts.ClientId;

/**
 * How to reach a client: the only personal data on Kafka, on the compacted topic {@code booking.contacts}.
 *
 * @param version the client's version; a lower one than known is ignored
 * @param language BCP 47
 * @param zone IANA name, for the client's waking hours
 */
public record ClientContact(
        ClientId clientId,
        long version,
        String givenName,
        String familyName,
        String email,
        String phone,
        String language,
        String zone) {}
