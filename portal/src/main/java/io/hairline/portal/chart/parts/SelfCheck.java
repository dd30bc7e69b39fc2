package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A yearly question about the colour, and how the client says that it looks. */
public record SelfCheck(
        String id,
        int year,
        Instant askedAt,
        boolean open,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        boolean suggestsConsultation) {

    public String day() {
        return ChartDay.of(answeredAt == null ? askedAt : answeredAt);
    }

    public String answerWords() {
        return answer == null ? "–" : CodeLabels.label("colour.seen", answer);
    }
}
