package io.hairline.treatment.photo;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.encryption.StreamEncryption;
import io.hairline.treatment.erasure.ClientErasureStep;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Destroys the key of an erased client's photos, and removes the photos. */
@Component
class PhotoErasure implements ClientErasureStep {

    private final MongoTemplate mongo;
    private final PictureStore pictures;
    private final StreamEncryption encryption;

    PhotoErasure(MongoTemplate mongo, PictureStore pictures, StreamEncryption encryption) {
        this.mongo = mongo;
        this.pictures = pictures;
        this.encryption = encryption;
    }

    @Override
    public String code() {
        return "PHOTOS";
    }

    @Override
    public long erase(ClientId client) {
        encryption.destroyKey(client);
        Query theirs = Query.query(Criteria.where("clientId").is(client));
        List<Photo> photos = mongo.find(theirs, Photo.class);
        photos.forEach(it -> pictures.discard(it.id()));
        return mongo.remove(theirs, Photo.class).getDeletedCount();
    }
}
