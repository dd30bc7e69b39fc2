package io.hairline.portal.safety;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recall as treatment tells it; what it reaches comes page by page. */
record RecallView(
        String id,
        String maker,
        String product,
        String lotNumber,
        String reasonCode,
        @Nullable String reason,
        Instant openedAt,
        @Nullable List<Bottle> stock,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason) {

    /** What is left of the batch in a clinic. */
    record Bottle(String lotId, String clinicId, String lotNumber, BigDecimal remainingMillilitres) {}

    /** How much the recall reaches in all. */
    record Counts(
            long sessions,
            long patchTests,
            long clients,
            long noticed,
            long told,
            long acknowledged,
            long outstanding,
            long takenBack,
            boolean withdrawn,
            long erased) {}

    /** How much it reaches in a clinic. */
    record InClinic(
            String clinicId,
            long sessions,
            long patchTests,
            long clients,
            long outstanding,
            BigDecimal remainingMillilitres) {}

    record Concerned(
            String clientId,
            String clinicId,
            @Nullable Instant noticedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant withdrawnAt,
            @Nullable List<Told> messages,
            @Nullable String toldBy,
            @Nullable Instant erasedAt) {}

    /** What became of a message to the client. */
    record Told(
            String template,
            String channel,
            String status,
            Instant at,
            @Nullable String reasonCode) {

        /** By what, with what result and when, by the clock of a clinic. */
        String words(ZoneId zone) {
            return Texts.text(
                    "recall.told-by",
                    CodeLabels.label("channel", channel),
                    CodeLabels.label("message.status", status),
                    Texts.moment(LocalDateTime.ofInstant(at, zone)));
        }
    }

    record Exposure(String sessionId, String clientId, String clinicId, Instant startedAt) {}

    record TestedClient(String patchTestId, String clientId, String clinicId, Instant placedAt) {}

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
}
