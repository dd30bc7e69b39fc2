package io.hairline.treatment.photo;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.PhotoId;
import io.hairline.kit.Refusal;
import io.hairline.treatment.chartaccess.ChartAccess;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Photos that a caller names in an entry of the chart. */
@Component
public class NamedPhotos {

    private final Photos photos;
    private final ChartAccess access;

    NamedPhotos(Photos photos, ChartAccess access) {
        this.photos = photos;
        this.access = access;
    }

    /**
     * Refuses ids that aren't photos of this client; one that isn't there, another client's and one that the caller couldn't open look
     * the same.
     */
    public void requireAllOf(ClientId client, Collection<PhotoId> ids, String field) {
        long known = photos.among(client, ids).stream()
                .filter(it -> access.mayReadEntry(it.clientId(), it.clinicId(), it.record()))
                .count();
        if (known != ids.stream().distinct().count()) {
            throw Refusal.input(field, "must be photos of this client; GET /api/v1/photos?clientId= lists them");
        }
    }
}
