package io.hairline.treatment.matchcard;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.treatment.chartentry.Allergy;
import io.hairline.treatment.consultation.HairlineDesign;
import io.hairline.treatment.lot.LotStatus;
import io.hairline.treatment.photo.PhotoAngle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client's colour was made last, for those who go on with it.
 *
 * @param appointmentId absent in a card for a client without one in the clinic
 * @param clinicId where the appointment is, or for which the card is read
 * @param hairline as it was designed, if that was written down
 * @param last the last completed session that the reader may see; absent if there is none
 * @param zones how each zone was left by the last session of the course, or the touch-up since, that worked on it
 * @param heldLots lots of those sessions that are recalled or in quarantine by now
 * @param healedPhotos the newest of each angle
 * @param allergies those that the reader may see
 * @param retentionPercent how much of the colour had stayed when somebody last judged it
 * @param whole whether all clinics' work is looked at; else there may be later work elsewhere that isn't shown
 */
record MatchCard(
        @Nullable AppointmentId appointmentId,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable HairlineDesign hairline,
        @Nullable Work last,
        List<ZoneDone> zones,
        List<HeldLot> heldLots,
        List<HealedPhoto> healedPhotos,
        @Nullable Integer retentionPercent,
        List<Allergy> allergies,
        List<Warning> warnings,
        boolean whole) {

    /**
     * What was done.
     *
     * @param practitionerName what the practitioner is called in the clinic
     * @param needleConfiguration such as {@code 3RL}
     */
    record Work(
            SessionId sessionId,
            ClinicId clinicId,
            @Nullable String clinicName,
            @Nullable String practitionerName,
            String serviceCode,
            Instant completedAt,
            List<Zone> zones,
            String needleConfiguration,
            BigDecimal depthMillimetres,
            List<Shade> shades) {}

    /**
     * How a zone was left.
     *
     * @param density dots per square centimetre of that session
     */
    record ZoneDone(String zone, int density, String serviceCode, Instant completedAt) {}

    /**
     * A lot that nobody may use by now.
     *
     * @param status {@code RECALLED} or {@code QUARANTINED}
     */
    record HeldLot(String maker, String product, String lotNumber, LotStatus status) {}

    /** Dots per square centimetre in a zone. */
    record Zone(String zone, int density) {}

    /**
     * A pigment and how far it was thinned, which together make the shade.
     *
     * @param dilution parts of water to one of pigment
     * @param cup lots with one number were mixed; absent where cups weren't numbered
     * @param heldStatus {@code RECALLED} or {@code QUARANTINED} if the lot is that by now; absent if it isn't
     * @param inStock whether the card's clinic has some of this product that may be used on the day of the appointment, or today
     */
    record Shade(
            String maker,
            String product,
            String colourIndex,
            String lotNumber,
            BigDecimal millilitres,
            BigDecimal dilution,
            @Nullable Integer cup,
            @Nullable LotStatus heldStatus,
            boolean inStock) {}

    /** A photo of healed work. */
    record HealedPhoto(PhotoId id, PhotoAngle angle, Instant takenAt) {}

    /** What the practitioner should know before. */
    enum Warning {
        /** No earlier session may be seen: there is none, or the client has shared none. */
        NOTHING_TO_MATCH,
        /** The card's clinic lacks a pigment of the last session. */
        PIGMENT_NOT_IN_STOCK,
        /** A lot of the course's sessions is recalled. */
        LOT_RECALLED,
        /** A lot of the course's sessions is in quarantine. */
        LOT_QUARANTINED,
        /** No photo of healed work may be seen. */
        NO_HEALED_PHOTO,
        /** The client doesn't tolerate a pigment or what numbs. */
        MATERIAL_ALLERGY
    }
}
