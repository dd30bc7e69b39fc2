package io.hairline.portal.safety;

import io.hairline.portal.brand.CodeLabels;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recall with all that it concerns, as treatment tells it: the counts are of all, the lists name the first thousand. */
record RecallView(
        String id,
        String maker,
        String product,
        String lotNumber,
        String reasonCode,
        @Nullable String reason,
        Instant openedAt,
        @Nullable List<Concerned> clients,
        @Nullable List<Exposure> sessions,
        @Nullable List<Bottle> stock,
        long acknowledged,
        long outstanding) {

    record Concerned(
            String clientId, String clinicId, @Nullable Instant acknowledgedAt) {}

    record Exposure(String sessionId, String clientId, String clinicId, Instant startedAt) {}

    record Bottle(String lotId, String clinicId, String lotNumber, BigDecimal remainingMillilitres) {}

    public String reasonWords() {
        return CodeLabels.label("recall.reason", reasonCode);
    }

    public long told() {
        return acknowledged + outstanding;
    }
}
