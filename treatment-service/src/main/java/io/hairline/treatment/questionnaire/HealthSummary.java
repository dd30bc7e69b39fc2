package io.hairline.treatment.questionnaire;

import io.hairline.contracts.QuestionnaireId;
import java.time.Instant;
import java.util.List;

/**
 * What a client's last answers come to.
 *
 * @param answeredAt when they were given, or given again unchanged
 * @param outdoorWork the client works in the sun, where colour fades sooner
 */
public record HealthSummary(
        QuestionnaireId id,
        Instant answeredAt,
        Instant validUntil,
        List<Contraindication> findings,
        boolean outdoorWork) {

    public HealthSummary {
        findings = List.copyOf(findings);
    }

    /** What the findings mean together: the strictest of them counts. */
    public HealthOutcome outcome() {
        return HealthOutcome.of(findings);
    }

    public boolean isValidAt(Instant instant) {
        return instant.isBefore(validUntil);
    }
}
