package io.hairline.treatment.photo;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.PhotoTaken;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.photo.image.Picture;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One photo of a client's scalp; the picture itself lies sealed in {@link PictureStore}.
 *
 * @param clinicId where it belongs: the session's clinic, else the one that took it or the client's home clinic
 * @param bytes length of the picture
 * @param width in pixels, as it is stored
 * @param pieces in which the picture is stored
 * @param fingerprint the same for the same picture of the same client
 * @param takenBy subject of the one who sent it
 */
@Document("photos")
@TypeAlias("photo")
@PersonalData
public record Photo(
        @Id PhotoId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable SessionId sessionId,
        PhotoAngle angle,
        PhotoStage stage,
        String mediaType,
        long bytes,
        int width,
        int height,
        int pieces,
        String fingerprint,
        String takenBy,
        Instant takenAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /** What is said of a photo before it is there. */
    record Subject(
            ClientId clientId, ClinicId clinicId, @Nullable SessionId sessionId, PhotoAngle angle, PhotoStage stage) {}

    /** A picture as it was stored. */
    record Stored(Picture picture, long bytes, int pieces, String fingerprint) {}

    static Change<Photo> take(PhotoId id, Subject it, Stored stored, String by, Instant now) {
        return Change.to(
                new Photo(
                        id,
                        1,
                        SCHEMA,
                        it.clientId(),
                        it.clinicId(),
                        it.sessionId(),
                        it.angle(),
                        it.stage(),
                        stored.picture().mediaType(),
                        stored.bytes(),
                        stored.picture().width(),
                        stored.picture().height(),
                        stored.pieces(),
                        stored.fingerprint(),
                        by,
                        now),
                new PhotoTaken(
                        id,
                        it.clientId(),
                        it.clinicId(),
                        it.sessionId(),
                        it.angle().name(),
                        it.stage().name()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
