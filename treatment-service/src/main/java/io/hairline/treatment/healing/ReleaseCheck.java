package io.hairline.treatment.healing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.PhotoId;
import io.hairline.kit.Refusal;
import io.hairline.treatment.chart.ChartSessions;
import io.hairline.treatment.chart.ChartSessions.Seat;
import io.hairline.treatment.consent.ConsentPurpose;
import io.hairline.treatment.consent.Consents;
import io.hairline.treatment.healing.HealingAssessment.Findings;
import io.hairline.treatment.photo.Photos;
import io.hairline.treatment.referencedata.HealingTime;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is asked for before an assessment may release the next session; one that delays it needs nothing. */
@Component
class ReleaseCheck {

    private static final String PHOTOS = "photoIds";

    private final Photos photos;
    private final ChartSessions sessions;
    private final HealingAssessments assessments;
    private final ReferenceData referenceData;
    private final Consents consents;
    private final Clock clock;

    ReleaseCheck(
            Photos photos,
            ChartSessions sessions,
            HealingAssessments assessments,
            ReferenceData referenceData,
            Consents consents,
            Clock clock) {
        this.photos = photos;
        this.sessions = sessions;
        this.assessments = assessments;
        this.referenceData = referenceData;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Refuses a release before the day on which the skin may count as healed, or without a healed photo. Both count from the
     * client's last session, whichever is assessed: that is what has to heal. After an assessment that delays, the photo has to be
     * newer than that. A client who hasn't agreed to photos in the chart is released without one.
     *
     * @param client who has a signed session
     * @return the healed photos on which a release rests
     */
    List<PhotoId> check(ClientId client, Findings seen) {
        if (!seen.result().isReleasing()) {
            return List.of();
        }
        Seat last = sessions.lastSigned(client).orElseThrow();
        Instant now = clock.instant();
        HealingTime healing = referenceData.healingTime(last.clinicId(), now);
        if (!healing.isOver(last.startedAt(), now)) {
            LocalDate from = healing.endOf(last.startedAt());
            throw Refusal.state(
                            "too-early",
                            "The skin can count as healed from " + from
                                    + " on. Take healed photos and look again then; NOT_YET and PROBLEM can be noted at any time.")
                    .with("possibleFrom", from.toString());
        }
        Instant signed = Objects.requireNonNull(last.completedAt());
        Instant after = assessments.delayedAt(client).filter(signed::isBefore).orElse(signed);
        List<PhotoId> healed = photos.healedAmong(client, seen.photoIds(), after);
        if (healed.isEmpty()
                && !consents.inForce(client, ConsentPurpose.CLINICAL_PHOTO).isEmpty()) {
            throw Refusal.input(
                    PHOTOS,
                    "must name a photo of stage HEALED that was taken after the last session and the last problem;"
                            + " POST /api/v1/photos stores one");
        }
        return healed;
    }
}
