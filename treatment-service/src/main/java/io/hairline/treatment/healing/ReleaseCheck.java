package io.hairline.treatment.healing;

import io.hairline.kit.Refusal;
import io.hairline.treatment.chart.ChartSessions.Seat;
import io.hairline.treatment.healing.HealingAssessment.Findings;
import io.hairline.treatment.photo.Photos;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What is asked for before an assessment may release the next session; one that delays it needs nothing. */
@Component
class ReleaseCheck {

    private static final String PHOTOS = "photoIds";

    private final Photos photos;
    private final ReferenceData referenceData;
    private final Clock clock;

    ReleaseCheck(Photos photos, ReferenceData referenceData, Clock clock) {
        this.photos = photos;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /**
     * Refuses photos of somebody else, and a release before the day on which the session may count as healed or without a
     * healed photo that was taken after it.
     *
     * @param completedAt when the session was signed
     */
    void check(Seat session, Instant completedAt, Findings seen) {
        photos.requireAllOf(session.clientId(), seen.photoIds(), PHOTOS);
        if (!seen.result().isReleasing()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate from = referenceData.healedFrom(session.clinicId(), session.startedAt(), now);
        if (now.isBefore(referenceData.requireClinic(session.clinicId()).startOf(from))) {
            throw Refusal.state(
                            "too-early",
                            "The skin can count as healed from " + from
                                    + " on. Take healed photos and look again then; NOT_YET and PROBLEM can be noted at any time.")
                    .with("possibleFrom", from.toString());
        }
        if (!photos.hasHealed(session.clientId(), seen.photoIds(), completedAt)) {
            throw Refusal.input(
                    PHOTOS,
                    "must name a photo of stage HEALED that was taken after the session; POST /api/v1/photos stores one");
        }
    }
}
