package io.hairline.contracts.treatment;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsentId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.IdentityCheckId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.QuestionnaireId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.wire.WireName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What treatment tells the franchise. */
public sealed interface TreatmentEvent extends DomainEvent {

    /** The clinic it was done in. */
    ClinicId clinicId();

    @Override
    default ClinicId clinic() {
        return clinicId();
    }

    /** A consultation was held; its findings stay in the chart. */
    @WireName("treatment.ConsultationRecorded.v1")
    record ConsultationRecorded(
            ConsultationId consultationId, AppointmentId appointmentId, ClientId clientId, ClinicId clinicId)
            implements OfConsultation {}

    /** She answered the questions about her health; the answers stay in the chart. */
    @WireName("treatment.QuestionnaireAnswered.v1")
    record QuestionnaireAnswered(
            QuestionnaireId questionnaireId, ClientId clientId, ClinicId clinicId, Instant validUntil)
            implements OfQuestionnaire {}

    @WireName("treatment.PatchTestPlaced.v1")
    record PatchTestPlaced(PatchTestId patchTestId, ClientId clientId, ClinicId clinicId) implements OfPatchTest {}

    /** The skin was looked at after the test; what was seen stays in the chart. */
    @WireName("treatment.PatchTestRead.v1")
    record PatchTestRead(PatchTestId patchTestId, ClientId clientId, ClinicId clinicId, Instant validUntil)
            implements OfPatchTest {}

    @WireName("treatment.IdentityChecked.v1")
    record IdentityChecked(IdentityCheckId identityCheckId, ClientId clientId, ClinicId clinicId)
            implements OfIdentityCheck {}

    /**
     * She agreed to something, in writing.
     *
     * @param purposeCode such as {@code TREATMENT} or {@code MESSAGES}
     */
    @WireName("treatment.ConsentSigned.v1")
    record ConsentSigned(
            ConsentId consentId,
            ClientId clientId,
            ClinicId clinicId,
            String purposeCode,
            String templateId,
            String language)
            implements OfConsent {}

    @WireName("treatment.ConsentWithdrawn.v1")
    record ConsentWithdrawn(ConsentId consentId, ClientId clientId, ClinicId clinicId, String purposeCode)
            implements OfConsent {}

    @WireName("treatment.PlanProposed.v1")
    record PlanProposed(
            PlanId planId,
            ClientId clientId,
            ClinicId clinicId,
            AppointmentId consultationAppointmentId,
            List<PlannedSession> sessions,
            Money total)
            implements OfPlan {
        public PlanProposed {
            sessions = List.copyOf(sessions);
        }
    }

    /** She signed the plan with its exact prices; its sessions can be booked as a course. */
    @WireName("treatment.PlanAccepted.v1")
    record PlanAccepted(PlanId planId, ClientId clientId, ClinicId clinicId, List<PlannedSession> sessions, Money total)
            implements OfPlan {
        public PlanAccepted {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * The last session of a plan is done.
     *
     * @param courseId absent if its sessions were booked one by one
     */
    @WireName("treatment.CourseCompleted.v1")
    record CourseCompleted(
            PlanId planId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable CourseId courseId,
            Instant completedAt) implements OfPlan {}

    /** A maker's batch came to a clinic. */
    @WireName("treatment.LotReceived.v1")
    record LotReceived(
            LotId lotId,
            ClinicId clinicId,
            String maker,
            String product,
            String colourIndex,
            String lotNumber,
            LocalDate expiresOn,
            BigDecimal millilitres)
            implements OfLot {}

    /** A session used some of a lot; of needles, which are counted and not measured, millilitres are pieces. */
    @WireName("treatment.LotDrawn.v1")
    record LotDrawn(
            LotId lotId,
            ClinicId clinicId,
            SessionId sessionId,
            BigDecimal millilitres,
            BigDecimal remainingMillilitres)
            implements OfLot {}

    /** She sits in the chair and everything that must be there is there. */
    @WireName("treatment.SessionStarted.v1")
    record SessionStarted(
            SessionId sessionId,
            AppointmentId appointmentId,
            ClientId clientId,
            ClinicId clinicId,
            PractitionerId practitionerId,
            String serviceCode,
            @Nullable CourseId courseId,
            Instant startedAt)
            implements OfSession {}

    /**
     * A session is done, with all that a recall or a royalty asks for.
     *
     * @param price what the accepted plan says for it; absent if no plan does
     */
    @WireName("treatment.SessionCompleted.v1")
    record SessionCompleted(
            SessionId sessionId,
            AppointmentId appointmentId,
            ClientId clientId,
            ClinicId clinicId,
            PractitionerId practitionerId,
            String serviceCode,
            @Nullable CourseId courseId,
            Instant startedAt,
            Instant completedAt,
            List<Zone> zones,
            Needle needle,
            List<Pigment> pigments,
            @Nullable Money price)
            implements OfSession {
        public SessionCompleted {
            zones = List.copyOf(zones);
            pigments = List.copyOf(pigments);
        }
    }

    /** Her colour will need refreshing; local days of the clinic that treated her last. */
    @WireName("treatment.TouchUpPlanned.v1")
    record TouchUpPlanned(
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable CourseId courseId,
            LocalDate from,
            LocalDate due,
            LocalDate until)
            implements OfTouchUp {}

    /** The day has come, once for each touch-up. */
    @WireName("treatment.TouchUpDue.v1")
    record TouchUpDue(
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable CourseId courseId,
            LocalDate due,
            LocalDate until)
            implements OfTouchUp {}

    /** She was told. */
    @WireName("treatment.TouchUpContacted.v1")
    record TouchUpContacted(TouchUpId touchUpId, ClientId clientId, ClinicId clinicId, MessageId messageId)
            implements OfTouchUp {}

    /** It has an appointment and is off the worklist. */
    @WireName("treatment.TouchUpBooked.v1")
    record TouchUpBooked(
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            AppointmentId appointmentId,
            ClinicId bookedClinicId)
            implements OfTouchUp {}

    /** Its appointment fell through; it is on the worklist again. */
    @WireName("treatment.TouchUpReopened.v1")
    record TouchUpReopened(TouchUpId touchUpId, ClientId clientId, ClinicId clinicId, String reasonCode)
            implements OfTouchUp {}

    @WireName("treatment.TouchUpClosed.v1")
    record TouchUpClosed(TouchUpId touchUpId, ClientId clientId, ClinicId clinicId, String reasonCode)
            implements OfTouchUp {}

    /** What happened to a consultation. */
    sealed interface OfConsultation extends TreatmentEvent {
        ConsultationId consultationId();

        @Override
        default String subject() {
            return consultationId().value();
        }
    }

    /** What happened to a questionnaire. */
    sealed interface OfQuestionnaire extends TreatmentEvent {
        QuestionnaireId questionnaireId();

        @Override
        default String subject() {
            return questionnaireId().value();
        }
    }

    /** What happened to a patch test. */
    sealed interface OfPatchTest extends TreatmentEvent {
        PatchTestId patchTestId();

        @Override
        default String subject() {
            return patchTestId().value();
        }
    }

    /** What happened to an identity check. */
    sealed interface OfIdentityCheck extends TreatmentEvent {
        IdentityCheckId identityCheckId();

        @Override
        default String subject() {
            return identityCheckId().value();
        }
    }

    /** What happened to a consent. */
    sealed interface OfConsent extends TreatmentEvent {
        ConsentId consentId();

        @Override
        default String subject() {
            return consentId().value();
        }
    }

    /** What happened to a plan. */
    sealed interface OfPlan extends TreatmentEvent {
        PlanId planId();

        @Override
        default String subject() {
            return planId().value();
        }
    }

    /** What happened to a lot. */
    sealed interface OfLot extends TreatmentEvent {
        LotId lotId();

        @Override
        default String subject() {
            return lotId().value();
        }
    }

    /** What happened to a session. */
    sealed interface OfSession extends TreatmentEvent {
        SessionId sessionId();

        @Override
        default String subject() {
            return sessionId().value();
        }
    }

    /** What happened to a touch-up. */
    sealed interface OfTouchUp extends TreatmentEvent {
        TouchUpId touchUpId();

        @Override
        default String subject() {
            return touchUpId().value();
        }
    }
}
