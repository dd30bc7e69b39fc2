package io.hairline.treatment.photo;

import io.hairline.contracts.PhotoId;
import io.hairline.kit.Ids;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Removes what was stored of a picture whose photo never came to be, because the service stopped in between. Its age counts by
 * system time, which its id has: a demo's business time may be years away while the picture is still coming in.
 */
@Component
class AbandonedPictures implements DueWorkHandler {

    static final String KIND = "abandoned-picture";
    /** No upload takes so long. */
    static final Duration AFTER = Duration.ofDays(1);

    private final Photos photos;
    private final PictureStore pictures;
    private final DueWork dueWork;
    private final Clock clock;

    AbandonedPictures(Photos photos, PictureStore pictures, DueWork dueWork, Clock clock) {
        this.photos = photos;
        this.pictures = pictures;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        PhotoId id = new PhotoId(item.subject());
        if (photos.isShown(id)) {
            return;
        }
        if (mayStillCome(id, Ids.madeAt(Ids.next(PhotoId.PREFIX)))) {
            dueWork.at(clock.instant().plus(AFTER), KIND, id.value());
        } else {
            pictures.discard(id);
        }
    }

    /** @param now in system time */
    static boolean mayStillCome(PhotoId id, Instant now) {
        return Ids.madeAt(id.value()).plus(AFTER).isAfter(now);
    }
}
