package io.hairline.kit;

import com.mongodb.client.MongoDatabase;

/** A capability's indexes, declared where its queries are and made before the service takes a request. */
@FunctionalInterface
public interface Indexes {
    void ensure(MongoDatabase database);
}
