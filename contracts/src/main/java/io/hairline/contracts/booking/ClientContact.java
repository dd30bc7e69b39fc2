package io.hairline.contracts.booking;

import io.hairline.contracts.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a client: the only personal data on Kafka, on the compacted topic {@code booking.contacts}.
 *
 * @param version the client's version; a lower one than known is ignored
 * @param language BCP 47
 * @param zone IANA name, for the client's waking hours
 * @param mergedInto the client who is the same person and under whom this one is seen; absent if it stands for itself
 * @param emailSetByStaff whether a clinic gave the present e-mail address in place of another; absent in states from before it was
 *     told
 */
public record ClientContact(
        ClientId clientId,
        long version,
        String givenName,
        String familyName,
        String email,
        String phone,
        String language,
        String zone,
        @Nullable ClientId mergedInto,
        @Nullable Boolean emailSetByStaff) {}
