package io.hairline.treatment.healing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.PhotoId;
import io.hairline.kit.events.Change;
import io.hairline.treatment.photo.PhotoFollowUp;
import io.hairline.treatment.photo.Photos;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A release ends with the last healed photo on which it rests. */
@Component
class WithdrawnPhotos implements PhotoFollowUp {

    private final HealingAssessments assessments;
    private final Photos photos;

    WithdrawnPhotos(HealingAssessments assessments, Photos photos) {
        this.assessments = assessments;
        this.photos = photos;
    }

    @Override
    public List<Change<?>> afterWithdrawal(ClientId client, PhotoId photo) {
        return assessments.endReleases(
                client,
                assessments.of(client).stream()
                        .filter(it -> it.isReleasing() && restsOn(it, photo))
                        .toList());
    }

    private boolean restsOn(HealingAssessment it, PhotoId photo) {
        List<PhotoId> named = Objects.requireNonNullElseGet(
                it.healedPhotoIds(), () -> assessments.findingsOf(it).photoIds());
        return photos.healedAmong(it.clientId(), named, Instant.EPOCH).equals(List.of(photo));
    }
}
