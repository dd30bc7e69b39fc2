package io.hairline.treatment.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client's answers mean for a treatment, and what the client hears of it at once. */
public enum HealthOutcome {
    CLEAR(null),
    WARN("Thank you for telling us. Your practitioner will talk it through with you before your session."),
    WAIT("Thank you for telling us. It may be better to wait a little; your practitioner will talk it through with you"
            + " before your session."),
    DOCTORS_NOTE("Thank you for telling us. Please ask your doctor for a short note that nothing speaks against the"
            + " treatment, and bring it to your session."),
    BLOCKED(
            "Thank you for telling us. With these answers we can't treat you for now. Your clinic sees them and talks with"
                    + " you before any treatment; you needn't do anything else.");

    private final @Nullable String notice;

    HealthOutcome(@Nullable String notice) {
        this.notice = notice;
    }

    /** A sentence for the client; absent when there is nothing to say. */
    @Nullable String notice() {
        return notice;
    }

    static HealthOutcome of(List<Contraindication> findings) {
        return findings.stream()
                .map(it -> switch (it.effect()) {
                    case BLOCK -> BLOCKED;
                    case DOCTORS_NOTE -> DOCTORS_NOTE;
                    case WAIT -> WAIT;
                    case WARN -> WARN;
                    case NONE -> CLEAR;
                })
                .max((one, other) -> one.compareTo(other))
                .orElse(CLEAR);
    }
}
