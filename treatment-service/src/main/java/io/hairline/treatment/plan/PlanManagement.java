package io.hairline.treatment.plan;

import io.hairline.contracts.PlanId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.treatment.chartchain.ChartChain;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.encryption.Signature;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Proposes plans and takes the client's signature under them. */
@Service
class PlanManagement {

    private static final String SIGNATURE = "signature";

    private final EventLog eventLog;
    private final Plans plans;
    private final Consultations consultations;
    private final ChartEncryption seals;
    private final ChartChain chain;
    private final Clock clock;

    PlanManagement(
            EventLog eventLog,
            Plans plans,
            Consultations consultations,
            ChartEncryption seals,
            ChartChain chain,
            Clock clock) {
        this.eventLog = eventLog;
        this.plans = plans;
        this.consultations = consultations;
        this.seals = seals;
        this.chain = chain;
        this.clock = clock;
    }

    Plan propose(PlanProposal proposal) {
        if (consultations.findFor(proposal.consultationAppointmentId()).isEmpty()) {
            throw Refusal.state("illegal-move", "Record the consultation first, then propose the plan.");
        }
        PlanId id = new PlanId(Ids.next(PlanId.PREFIX));
        return eventLog.record(Plan.class, () -> Plan.propose(id, proposal, clock.instant()));
    }

    Plan accept(PlanId id, Signature signature, Consumer<Plan> precondition) {
        return eventLog.record(Plan.class, () -> {
            Plan plan = plans.require(id);
            precondition.accept(plan);
            return chain.signed(
                    plan.accept(
                            seals.seal(signature, plan.clientId(), id, SIGNATURE),
                            plans.statusOf(plan),
                            clock.instant()),
                    plan.clientId());
        });
    }
}
