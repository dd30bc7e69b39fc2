package io.hairline.headoffice.training;

import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who is trained in what. */
@Service
public class TrainingManagement {

    private final EventLog eventLog;
    private final Trainings trainings;
    private final PractitionerManagement practitioners;

    TrainingManagement(EventLog eventLog, Trainings trainings, PractitionerManagement practitioners) {
        this.eventLog = eventLog;
        this.trainings = trainings;
        this.practitioners = practitioners;
    }

    public Training record(TrainingId id, PractitionerId practitionerId, TrainingFacts facts) {
        if (!practitioners.exists(practitionerId)) {
            throw Refusal.input("practitionerId", "is no practitioner of the brand");
        }
        return eventLog.record(Training.class, () -> Training.record(id, practitionerId, facts));
    }

    Training correct(TrainingId id, @Nullable String ifMatch, TrainingFacts right) {
        return change(id, ifMatch, it -> it.correct(right));
    }

    Training withdraw(TrainingId id, @Nullable String ifMatch, String reasonCode) {
        return change(id, ifMatch, it -> it.withdraw(reasonCode));
    }

    private Training change(TrainingId id, @Nullable String ifMatch, Function<Training, Change<Training>> how) {
        return eventLog.record(Training.class, () -> {
            Training training = trainings.require(id);
            Preconditions.check(ifMatch, training);
            return how.apply(training);
        });
    }

    /** Everything these practitioners were ever trained in. */
    public List<Training> of(Collection<PractitionerId> practitioners) {
        return trainings.findByPractitionerIdIn(practitioners);
    }

    public boolean exists(TrainingId id) {
        return trainings.findById(id).isPresent();
    }
}
