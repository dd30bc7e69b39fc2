package io.hairline.treatment.encryption;

import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The key of one client for one purpose.
 *
 * @param id client and purpose
 * @param key sealed with the service's key; empty once it is destroyed
 */
@Document("client_keys")
@TypeAlias("clientKey")
record ClientKey(@Id String id, Binary key) {

    static ClientKey destroyed(String id) {
        return new ClientKey(id, new Binary(new byte[0]));
    }

    boolean isDestroyed() {
        return key.length() == 0;
    }
}
