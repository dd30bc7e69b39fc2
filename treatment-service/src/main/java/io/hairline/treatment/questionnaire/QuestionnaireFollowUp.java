package io.hairline.treatment.questionnaire;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Change;
import java.util.List;

/** What a questionnaire changes elsewhere, in its own transaction. */
public interface QuestionnaireFollowUp {

    /**
     * Says what follows from the newest answers.
     *
     * @param blocked whether they forbid a treatment for now
     */
    List<Change<?>> after(ClientId client, boolean blocked);
}
