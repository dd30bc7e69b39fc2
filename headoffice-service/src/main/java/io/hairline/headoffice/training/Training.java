package io.hairline.headoffice.training;

import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingCorrected;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingRecorded;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingWithdrawn;
import io.hairline.contracts.headoffice.JurisdictionRules;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A training that a practitioner has done.
 *
 * @param withdrawnFor why it counts no more; absent while it does
 */
@Document("trainings")
@TypeAlias("training")
public record Training(
        @Id TrainingId id,
        long version,
        PractitionerId practitionerId,
        TrainingFacts facts,
        @Nullable String withdrawnFor)
        implements Aggregate {

    /** A course has to be found, and its certificate sent. */
    private static final int WARNING_DAYS = 60;

    static Change<Training> record(TrainingId id, PractitionerId practitionerId, TrainingFacts facts) {
        return Change.to(
                new Training(id, 1, practitionerId, facts, null),
                new TrainingRecorded(
                        id, practitionerId, facts.kind(), facts.jurisdiction(), facts.issuedOn(), facts.validUntil()));
    }

    Change<Training> correct(TrainingFacts right) {
        if (withdrawnFor != null) {
            throw Refusal.state("illegal-move", "The training is withdrawn; record it anew.");
        }
        return right.equals(facts)
                ? Change.none(this)
                : Change.to(
                        new Training(id, version + 1, practitionerId, right, null),
                        new TrainingCorrected(
                                id,
                                practitionerId,
                                right.kind(),
                                right.jurisdiction(),
                                right.issuedOn(),
                                right.validUntil()));
    }

    Change<Training> withdraw(String reasonCode) {
        return withdrawnFor == null
                ? Change.to(
                        new Training(id, version + 1, practitionerId, facts, reasonCode),
                        new TrainingWithdrawn(id, practitionerId, reasonCode))
                : Change.none(this);
    }

    /** The first local day on which its end is warned of. */
    public LocalDate warnFrom() {
        return facts.validUntil().minusDays(WARNING_DAYS);
    }

    /** Whether it counts in a jurisdiction as this kind, whatever the day. */
    public boolean counts(TrainingKind kind, String where) {
        return withdrawnFor == null && facts.kind() == kind && JurisdictionRules.covers(facts.jurisdiction(), where);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
