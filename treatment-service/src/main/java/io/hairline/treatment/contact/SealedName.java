package io.hairline.treatment.contact;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A client's name as booking last told it.
 *
 * @param id the client's
 * @param version of the contact; a lower one is older
 * @param sealed absent once the client is erased
 */
@Document("client_names")
@TypeAlias("clientName")
record SealedName(@Id String id, long version, @Nullable Binary sealed) {}
