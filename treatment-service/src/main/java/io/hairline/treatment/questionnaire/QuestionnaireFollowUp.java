package io.hairline.treatment.questionnaire;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Change;
import io.hairline.treatment.referencedata.Appointment;
import java.util.List;
import java.util.function.Predicate;

/** What a questionnaire changes elsewhere, in its own transaction. */
public interface QuestionnaireFollowUp {

    /**
     * Says what follows from the newest answers.
     *
     * @param isBlocked whether they forbid the treatment of an appointment, by the rules of its clinic and its day
     */
    List<Change<?>> after(ClientId client, Predicate<Appointment> isBlocked);
}
