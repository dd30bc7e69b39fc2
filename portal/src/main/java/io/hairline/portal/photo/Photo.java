package io.hairline.portal.photo;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A photo as treatment lists it, without its picture.
 *
 * @param clinicId which took it, and alone takes it out of the chart
 */
record Photo(String id, String clinicId, @Nullable String sessionId, String angle, String stage, Instant takenAt) {

    public String day() {
        return Texts.date(takenAt.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    public String angleWords() {
        return CodeLabels.label("photo.angle", angle);
    }

    public String stageWords() {
        return CodeLabels.label("photo.stage", stage);
    }

    public String words() {
        return Texts.text("photo.words", angleWords(), stageWords(), day());
    }
}
