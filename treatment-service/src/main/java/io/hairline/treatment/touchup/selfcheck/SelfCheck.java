package io.hairline.treatment.touchup.selfcheck;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SelfCheckId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.treatment.TreatmentEvent.SelfCheckAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.SelfCheckAsked;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.touchup.TouchUpPlanning;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One year's question.
 *
 * @param year how many years after the last session
 * @param openUntil the last local day on which it can be answered
 * @param answer sealed; absent until it is answered
 */
@Document("self_checks")
@TypeAlias("selfCheck")
@PersonalData
record SelfCheck(
        @Id SelfCheckId id,
        long version,
        int schema,
        TouchUpId touchUpId,
        ClientId clientId,
        ClinicId clinicId,
        int year,
        Instant askedAt,
        LocalDate openUntil,
        @Nullable Binary answer,
        @Nullable Instant answeredAt)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final int OPEN_DAYS = 60;

    static Change<SelfCheck> ask(SelfCheckId id, TouchUpPlanning.Planned about, int year, Instant now) {
        LocalDate until = LocalDate.ofInstant(now, about.zone()).plusDays(OPEN_DAYS);
        SelfCheck asked = new SelfCheck(
                id, 1, SCHEMA, about.id(), about.clientId(), about.clinicId(), year, now, until, null, null);
        return Change.to(asked, new SelfCheckAsked(id, about.id(), about.clientId(), about.clinicId(), year, until));
    }

    boolean isOpenOn(LocalDate today) {
        return answer == null && !today.isAfter(openUntil);
    }

    /** @param suggestsConsultation whether somebody should look at the colour before its touch-up */
    Change<SelfCheck> answer(Binary sealed, boolean suggestsConsultation, LocalDate today, Instant now) {
        if (answer != null) {
            throw Refusal.state("illegal-move", "You have answered this year's question already. Thank you.");
        }
        if (!isOpenOn(today)) {
            throw Refusal.state(
                    "illegal-move", "This question was open until " + openUntil + "; the next one comes in a year.");
        }
        return Change.to(
                new SelfCheck(
                        id, version + 1, schema, touchUpId, clientId, clinicId, year, askedAt, openUntil, sealed, now),
                new SelfCheckAnswered(id, touchUpId, clientId, clinicId, suggestsConsultation));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
