package io.hairline.treatment.photo;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.PhotoTaken;
import io.hairline.contracts.treatment.TreatmentEvent.PhotoWithdrawn;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.chartaccess.AccessedRecord;
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
 * @param fingerprint the same for the same picture of the same client; the photo's id once it is withdrawn, so that the
 *     picture may be sent again
 * @param takenBy subject of the one who sent it
 * @param withdrawal absent while it is part of the chart
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
        Instant takenAt,
        @Nullable Withdrawal withdrawal)
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
                        now,
                        null),
                new PhotoTaken(
                        id,
                        it.clientId(),
                        it.clinicId(),
                        it.sessionId(),
                        it.angle().name(),
                        it.stage().name()));
    }

    /** Why a photo was taken out of the chart. */
    enum WithdrawalReason {
        /** It shows another person. */
        WRONG_CLIENT,
        /** It was stored for another angle, stage or session than it shows. */
        WRONG_PLACE,
        /** Blurred, dark or otherwise of no use. */
        UNUSABLE
    }

    /** @param by the person who took it out */
    record Withdrawal(WithdrawalReason reason, String by, Instant at) {}

    /** Takes it out of the chart for good; a photo that is out already is refused as {@code illegal-move}. */
    Change<Photo> withdraw(WithdrawalReason reason, String by, Instant now) {
        if (withdrawal != null) {
            throw Refusal.state("illegal-move", "This photo has been taken out of the chart already.");
        }
        return Change.to(
                new Photo(
                        id,
                        version + 1,
                        schema,
                        clientId,
                        clinicId,
                        sessionId,
                        angle,
                        stage,
                        mediaType,
                        bytes,
                        width,
                        height,
                        pieces,
                        id.value(),
                        takenBy,
                        takenAt,
                        new Withdrawal(reason, by, now)),
                new PhotoWithdrawn(id, clientId, clinicId, reason.name()));
    }

    /** As what it is read. */
    AccessedRecord record() {
        return stage == PhotoStage.HEALED ? AccessedRecord.HEALED_PHOTO : AccessedRecord.PHOTO;
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
