package io.hairline.portal.safety;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
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
        long outstanding,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason,
        long takenBack) {

    record Concerned(
            String clientId,
            String clinicId,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant withdrawnAt) {}

    record Exposure(String sessionId, String clientId, String clinicId, Instant startedAt) {}

    record Bottle(String lotId, String clinicId, String lotNumber, BigDecimal remainingMillilitres) {}

    public String reasonWords() {
        return CodeLabels.label("recall.reason", reasonCode);
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public String withdrawnDay() {
        return withdrawnAt == null
                ? ""
                : Texts.date(withdrawnAt.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    public long told() {
        return acknowledged + outstanding;
    }
}
