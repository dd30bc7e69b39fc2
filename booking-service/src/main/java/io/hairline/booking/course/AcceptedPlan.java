package io.hairline.booking.course;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** What a client agreed to, as treatment told it. */
@Document("plans")
@TypeAlias("plan")
record AcceptedPlan(@Id PlanId id, ClientId clientId, ClinicId clinicId, List<PlannedSession> sessions, Money total) {

    /** The same plan for the client under whom its own is seen by now. */
    AcceptedPlan of(ClientId survivor) {
        return new AcceptedPlan(id, survivor, clinicId, sessions, total);
    }

    static AcceptedPlan of(PlanAccepted it) {
        return new AcceptedPlan(it.planId(), it.clientId(), it.clinicId(), it.sessions(), it.total());
    }
}
