package io.hairline.treatment.photo;

import io.hairline.contracts.PhotoId;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes what was stored of a picture whose photo never came to be, because the service stopped in between. */
@Component
class AbandonedPictures implements DueWorkHandler {

    static final String KIND = "abandoned-picture";
    /** No upload takes so long. */
    static final Duration AFTER = Duration.ofDays(1);

    private final Photos photos;
    private final PictureStore pictures;

    AbandonedPictures(Photos photos, PictureStore pictures) {
        this.photos = photos;
        this.pictures = pictures;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        PhotoId id = new PhotoId(item.subject());
        if (!photos.isKnown(id)) {
            pictures.discard(id);
        }
    }
}
