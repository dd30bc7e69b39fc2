package io.hairline.treatment.questionnaire;

import io.hairline.contracts.QuestionnaireId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * What the findings mean together on a local day: the strictest of them counts. What is waited for is over then or not.
     *
     * @param answeredByDoctor the findings for which a doctor's note answers on that day
     */
    public HealthOutcome outcomeOn(LocalDate day, Set<String> answeredByDoctor) {
        return HealthOutcome.of(findings.stream()
                .filter(it -> it.countsOn(day))
                .filter(it ->
                        it.effect() != ContraindicationEffect.DOCTORS_NOTE || !answeredByDoctor.contains(it.code()))
                .toList());
    }

    /** The last local day of the waiting, where a rule names one and it isn't over on that day. */
    public Optional<LocalDate> waitsUntil(LocalDate day) {
        return findings.stream()
                .filter(it -> it.countsOn(day))
                .flatMap(it -> Stream.ofNullable(it.waitUntil()))
                .max((one, other) -> one.compareTo(other));
    }

    public boolean isValidAt(Instant instant) {
        return instant.isBefore(validUntil);
    }
}
