package io.hairline.notification.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A contact at rest.
 *
 * @param id the client's
 * @param version the client's; a lower one never replaces it
 * @param sealed absent once the client is erased, and for ever
 */
@Document(SealedContact.COLLECTION)
@TypeAlias("contact")
record SealedContact(@Id String id, long version, byte @Nullable [] sealed) {

    static final String COLLECTION = "contacts";
}
