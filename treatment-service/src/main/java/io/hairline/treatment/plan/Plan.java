package io.hairline.treatment.plan;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.pricing.SessionPricing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a client is to get, at which price.
 *
 * @param signature sealed; absent until the client accepts
 * @param risksExplained codes of the catalogue's risks; absent in plans from before they were named
 * @param numbing absent where it wasn't talked about, or the clinic doesn't offer it
 * @param pricing how the price of each session is made, in their order; absent in plans from before it was kept
 * @param courseId what booking made of it; absent until it is fulfilled, and for sessions booked one by one
 */
@Document("plans")
@TypeAlias("plan")
@PersonalData
public record Plan(
        @Id PlanId id,
        long version,
        int schema,
        PlanStatus status,
        ClientId clientId,
        ClinicId clinicId,
        AppointmentId consultationAppointmentId,
        PlanKind kind,
        List<PlannedSession> sessions,
        Money total,
        Instant proposedAt,
        @Nullable Instant acceptedAt,
        @Nullable Binary signature,
        @Nullable CourseId courseId,
        @Nullable Instant fulfilledAt,
        @Nullable List<String> risksExplained,
        @Nullable NumbingOption numbing,
        @Nullable List<SessionPricing> pricing)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final String NUMBERED = "SESSION_";

    public Plan {
        sessions = List.copyOf(sessions);
        risksExplained = risksExplained == null ? null : List.copyOf(risksExplained);
        pricing = pricing == null ? null : List.copyOf(pricing);
    }

    static Change<Plan> propose(PlanId id, PlanProposal it, Instant now) {
        Plan plan = new Plan(
                id,
                1,
                SCHEMA,
                PlanStatus.PROPOSED,
                it.clientId(),
                it.clinicId(),
                it.consultationAppointmentId(),
                it.kind(),
                it.planned(),
                it.total(),
                now,
                null,
                null,
                null,
                null,
                it.risksExplained(),
                it.numbing(),
                it.sessions());
        return Change.to(
                plan,
                new PlanProposed(
                        id,
                        it.clientId(),
                        it.clinicId(),
                        it.consultationAppointmentId(),
                        plan.sessions(),
                        plan.total()));
    }

    /** @param known what it is by what else is known: proposed, or superseded by a newer one */
    Change<Plan> accept(Binary signed, PlanStatus known, Instant now) {
        if (known != PlanStatus.PROPOSED) {
            throw Refusal.state(
                    "illegal-move", "The plan is " + known + "; only one that is PROPOSED can be accepted.");
        }
        Plan accepted = next(PlanStatus.ACCEPTED, now, signed, null, null);
        return Change.to(accepted, new PlanAccepted(id, clientId, clinicId, sessions, total));
    }

    /** Its last session is done; twice is once. */
    public Change<Plan> complete(@Nullable CourseId course, Instant now) {
        if (status == PlanStatus.FULFILLED) {
            return Change.none(this);
        }
        if (status != PlanStatus.ACCEPTED) {
            throw Refusal.state("illegal-move", "The plan is " + status + " and was never accepted.");
        }
        Plan fulfilled = next(PlanStatus.FULFILLED, acceptedAt, signature, course, now);
        return Change.to(fulfilled, new CourseCompleted(id, clientId, clinicId, course, now));
    }

    private Plan next(
            PlanStatus nextStatus,
            @Nullable Instant accepted,
            @Nullable Binary signed,
            @Nullable CourseId course,
            @Nullable Instant fulfilled) {
        return new Plan(
                id,
                version + 1,
                schema,
                nextStatus,
                clientId,
                clinicId,
                consultationAppointmentId,
                kind,
                sessions,
                total,
                proposedAt,
                accepted,
                signed,
                course,
                fulfilled,
                risksExplained,
                numbing,
                pricing);
    }

    /** The sessions with what is known of how their prices are made. */
    List<SessionPricing> priced() {
        return pricing != null
                ? pricing
                : sessions.stream()
                        .map(it -> new SessionPricing(it.serviceCode(), it.price(), null, null, null))
                        .toList();
    }

    /** What the client accepted to pay for a session of this kind. */
    public Optional<Money> priceOf(String serviceCode) {
        return sessions.stream()
                .filter(it -> it.serviceCode().equals(serviceCode))
                .findFirst()
                .map(PlannedSession::price);
    }

    /** The sessions that are left, in their order, when these are done. */
    public List<String> openAfter(Collection<String> done) {
        return sessions.stream()
                .map(PlannedSession::serviceCode)
                .filter(it -> !done.contains(it))
                .toList();
    }

    /** The numbered sessions that come before this one in the plan and are still open. */
    public List<String> openBefore(String serviceCode, Collection<String> done) {
        return serviceCode.startsWith(NUMBERED)
                ? openAfter(done).stream()
                        .takeWhile(it -> !it.equals(serviceCode))
                        .filter(it -> it.startsWith(NUMBERED))
                        .toList()
                : List.of();
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
