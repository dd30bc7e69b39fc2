package io.hairline.treatment.questionnaire;

import io.hairline.contracts.QuestionnaireId;
import java.time.Instant;
import java.util.List;

/**
 * What a client's last answers come to.
 *
 * @param outdoorWork she works in the sun, where colour fades sooner
 */
public record HealthSummary(
        QuestionnaireId id, Instant validUntil, List<Contraindication> findings, boolean outdoorWork) {

    public HealthSummary {
        findings = List.copyOf(findings);
    }

    public boolean isValidAt(Instant instant) {
        return instant.isBefore(validUntil);
    }
}
