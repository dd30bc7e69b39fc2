package io.hairline.treatment.questionnaire;

import io.hairline.contracts.headoffice.ContraindicationEffect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a client's answers mean under the rules of one clinic. */
public record HealthFindings(List<Contraindication> all) {

    public HealthFindings {
        all = List.copyOf(all);
    }

    /**
     * What the findings mean together on a local day: the strictest of them counts. What is waited for is over then or not.
     *
     * @param answeredByDoctor the findings for which a doctor's note answers on that day
     */
    public HealthOutcome outcomeOn(LocalDate day, Set<String> answeredByDoctor) {
        return HealthOutcome.of(all.stream()
                .filter(it -> it.countsOn(day))
                .filter(it ->
                        it.effect() != ContraindicationEffect.DOCTORS_NOTE || !answeredByDoctor.contains(it.code()))
                .toList());
    }

    /** Whether one of them forbids a treatment. */
    public boolean areBlocking() {
        return HealthOutcome.of(all) == HealthOutcome.BLOCKED;
    }

    /** The last local day of the waiting, where a rule names one and it isn't over on that day. */
    public Optional<LocalDate> waitsUntil(LocalDate day) {
        return all.stream()
                .filter(it -> it.countsOn(day))
                .flatMap(it -> Stream.ofNullable(it.waitUntil()))
                .max((one, other) -> one.compareTo(other));
    }
}
