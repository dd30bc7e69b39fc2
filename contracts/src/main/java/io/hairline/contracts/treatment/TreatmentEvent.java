package io.hairline.contracts.treatment;

import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChartEntryId;
import io.hairline.contracts.ChartSealId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsentId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.HairlineApprovalId;
import io.hairline.contracts.HealingAssessmentId;
import io.hairline.contracts.IdentityCheckId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.LotId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PatchTestId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.QuestionnaireId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.SelfCheckId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.SharingPassId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.wire.WireName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What treatment tells the franchise: each event belongs to one clinic, except those of a recall. */
public sealed interface TreatmentEvent extends DomainEvent {
    /**
     * What this service holds of a client is erased, except for what it is bound to keep.
     *
     * @param erased codes of what was there and is gone
     * @param kept what is still there
     */
    @WireName("treatment.ClientDataErased.v1")
    record ClientDataErased(ClientId clientId, List<String> erased, List<KeptData> kept) implements TreatmentEvent {
        public ClientDataErased {
            erased = List.copyOf(erased);
            kept = List.copyOf(kept);
        }

        @Override
        public String subject() {
            return clientId.value();
        }
    }

    /** A consultation was held; its findings stay in the chart. */
    @WireName("treatment.ConsultationRecorded.v1")
    record ConsultationRecorded(
            ConsultationId consultationId, AppointmentId appointmentId, ClientId clientId, ClinicId clinicId)
            implements OfConsultation {}

    /** What a consultation found was wrong and other findings stand in their place; both stay in the chart. */
    @WireName("treatment.ConsultationCorrected.v1")
    record ConsultationCorrected(
            ConsultationId consultationId, AppointmentId appointmentId, ClientId clientId, ClinicId clinicId)
            implements OfConsultation {}

    /** The client approved the hairline that a consultation drew, by signature. */
    @WireName("treatment.HairlineApproved.v1")
    record HairlineApproved(
            HairlineApprovalId hairlineApprovalId, ConsultationId consultationId, ClientId clientId, ClinicId clinicId)
            implements OfConsultation {
        @Override
        public String subject() {
            return hairlineApprovalId.value();
        }
    }

    /** A client answered the questions about health; the answers stay in the chart. */
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
     * A client agreed to something, in writing.
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

    /** A client signed the plan with its exact prices; its sessions can be booked as a course. */
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

    /** The client sits in the chair and everything that must be there is there. */
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

    /** The start was a mistake and nothing was done; the same appointment's session may start again. */
    @WireName("treatment.SessionStartUndone.v1")
    record SessionStartUndone(
            SessionId sessionId, AppointmentId appointmentId, ClientId clientId, ClinicId clinicId, String reasonCode)
            implements OfSession {}

    /**
     * A session is done, with all that a recall or a royalty asks for.
     *
     * @param price what the accepted plan says for it; absent if no plan does
     * @param careCodes what of the aftercare is for this skin, such as {@code SUN_SENSITIVE}; absent in older events
     * @param aftercare how long its rules hold, by the clinic's policy of that day; absent in older events:
     *     {@link AftercareDays#DEFAULT}
     * @param heldLots lots of it that no session might use any more when it was signed; absent if there were none, and in older
     *     events
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
            @Nullable Money price,
            @Nullable List<String> careCodes,
            @Nullable AftercareDays aftercare,
            @Nullable List<HeldLot> heldLots)
            implements OfSession {
        public SessionCompleted {
            zones = List.copyOf(zones);
            pigments = List.copyOf(pigments);
            careCodes = careCodes == null ? null : List.copyOf(careCodes);
            heldLots = heldLots == null ? null : List.copyOf(heldLots);
        }

        /** Without a word about the skin, the policy and lots that were held back. */
        public SessionCompleted(
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
                @Nullable Money price) {
            this(
                    sessionId,
                    appointmentId,
                    clientId,
                    clinicId,
                    practitionerId,
                    serviceCode,
                    courseId,
                    startedAt,
                    completedAt,
                    zones,
                    needle,
                    pigments,
                    price,
                    null,
                    null,
                    null);
        }
    }

    /** The colour will need refreshing; local days of the clinic that treated the client last. */
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

    /** The client was told. */
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

    /** A temporary colour is to be looked at on a day, and no more after another: local days of the clinic that treated last. */
    @WireName("treatment.FadeCheckPlanned.v1")
    record FadeCheckPlanned(
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable CourseId courseId,
            LocalDate due,
            LocalDate until)
            implements OfTouchUp {}

    /** The day to look at a temporary colour has come, once for each check. */
    @WireName("treatment.FadeCheckDue.v1")
    record FadeCheckDue(
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable CourseId courseId,
            LocalDate due,
            LocalDate until)
            implements OfTouchUp {}

    @WireName("treatment.TouchUpClosed.v1")
    record TouchUpClosed(TouchUpId touchUpId, ClientId clientId, ClinicId clinicId, String reasonCode)
            implements OfTouchUp {}

    /** A reading of a patch test was wrong and another one stands in its place; both stay in the chart. */
    @WireName("treatment.PatchTestCorrected.v1")
    record PatchTestCorrected(PatchTestId patchTestId, ClientId clientId, ClinicId clinicId, Instant validUntil)
            implements OfPatchTest {}

    /** Something was written into a chart outside a session: an allergy, a doctor's note or a note; the event doesn't say which. */
    @WireName("treatment.ChartEntryAdded.v1")
    record ChartEntryAdded(ChartEntryId chartEntryId, ClientId clientId, ClinicId clinicId) implements OfChartEntry {}

    /** It doesn't count any more; it stays in the chart to be seen. */
    @WireName("treatment.ChartEntryWithdrawn.v1")
    record ChartEntryWithdrawn(ChartEntryId chartEntryId, ClientId clientId, ClinicId clinicId)
            implements OfChartEntry {}

    /**
     * A client lets a clinic read the chart.
     *
     * @param purposeCode such as {@code TREATMENT}
     * @param until the last local day of that clinic on which it holds
     */
    @WireName("treatment.SharingPassGiven.v1")
    record SharingPassGiven(
            SharingPassId sharingPassId, ClientId clientId, ClinicId clinicId, String purposeCode, LocalDate until)
            implements OfSharingPass {}

    @WireName("treatment.SharingPassRevoked.v1")
    record SharingPassRevoked(SharingPassId sharingPassId, ClientId clientId, ClinicId clinicId)
            implements OfSharingPass {}

    /**
     * Somebody opened the chart of a client who hadn't allowed it, for an emergency; the client and the region are told.
     *
     * @param clinicId where the one who opened it works
     * @param until when the access ends
     * @param reasonCode why, such as {@code CLIENT_PRESENT}; absent in events from before it was asked for
     */
    @WireName("treatment.EmergencyAccessOpened.v1")
    record EmergencyAccessOpened(
            EmergencyAccessId emergencyAccessId,
            ClientId clientId,
            ClinicId clinicId,
            Instant until,
            @Nullable String reasonCode)
            implements OfClinic {
        @Override
        public String subject() {
            return emergencyAccessId.value();
        }
    }

    /**
     * A step of the readiness light that was red counts no more, because somebody answers for it.
     *
     * @param stepCode such as {@code HEALING_GAP}
     * @param roleCode in which role it was overridden
     */
    @WireName("treatment.ReadinessOverridden.v1")
    record ReadinessOverridden(
            AppointmentId appointmentId, ClientId clientId, ClinicId clinicId, String stepCode, String roleCode)
            implements OfReadiness {}

    /** An appointment can't take place as things are; what stands against it stays in the chart. */
    @WireName("treatment.ReadinessBlocked.v1")
    record ReadinessBlocked(AppointmentId appointmentId, ClientId clientId, ClinicId clinicId, String stepCode)
            implements OfReadiness {}

    /** What stood against an appointment is gone. */
    @WireName("treatment.ReadinessUnblocked.v1")
    record ReadinessUnblocked(AppointmentId appointmentId, ClientId clientId, ClinicId clinicId, String stepCode)
            implements OfReadiness {}

    /** More of a batch came to the clinic that has some already. */
    @WireName("treatment.LotReplenished.v1")
    record LotReplenished(LotId lotId, ClinicId clinicId, BigDecimal millilitres, BigDecimal remainingMillilitres)
            implements OfLot {}

    /**
     * What was typed of a batch was wrong; these are its facts now.
     *
     * @param millilitres all that ever came of it (for needles: pieces); absent in old events
     * @param remainingMillilitres what is left of it; absent in old events
     */
    @WireName("treatment.LotCorrected.v1")
    record LotCorrected(
            LotId lotId,
            ClinicId clinicId,
            String maker,
            String product,
            String colourIndex,
            String lotNumber,
            LocalDate expiresOn,
            @Nullable BigDecimal millilitres,
            @Nullable BigDecimal remainingMillilitres)
            implements OfLot {}

    /**
     * A bottle was opened, after which it may be used for some days alone.
     *
     * @param openedOn local day of the clinic
     * @param usableUntil the last local day on which it may be used
     */
    @WireName("treatment.LotOpened.v1")
    record LotOpened(LotId lotId, ClinicId clinicId, LocalDate openedOn, LocalDate usableUntil) implements OfLot {}

    /** Nothing may be drawn from a lot until it is released. */
    @WireName("treatment.LotQuarantined.v1")
    record LotQuarantined(LotId lotId, ClinicId clinicId, String reasonCode) implements OfLot {}

    @WireName("treatment.LotReleased.v1")
    record LotReleased(LotId lotId, ClinicId clinicId) implements OfLot {}

    /**
     * Some of a lot went to another clinic.
     *
     * @param millilitres how much went; of needles, pieces
     */
    @WireName("treatment.LotTransferred.v1")
    record LotTransferred(
            LotId lotId,
            ClinicId clinicId,
            ClinicId receivingClinicId,
            LotId receivingLotId,
            BigDecimal millilitres,
            BigDecimal remainingMillilitres)
            implements OfLot {}

    /**
     * A clinic has material of a kind, and may use none of it: what it has is recalled or in quarantine.
     *
     * @param kindCode {@code PIGMENT} or {@code NEEDLE}
     * @param reasonCode {@code RECALLED} or {@code QUARANTINED}
     */
    @WireName("treatment.StockHeldBack.v1")
    record StockHeldBack(ClinicId clinicId, String kindCode, String reasonCode) implements OfStock {}

    /**
     * A clinic has material of a kind again that it may use.
     *
     * @param kindCode {@code PIGMENT} or {@code NEEDLE}
     */
    @WireName("treatment.StockUsableAgain.v1")
    record StockUsableAgain(ClinicId clinicId, String kindCode) implements OfStock {}

    /** What was left of a lot is thrown away. */
    @WireName("treatment.LotDisposed.v1")
    record LotDisposed(LotId lotId, ClinicId clinicId, BigDecimal millilitres, String reasonCode) implements OfLot {}

    /**
     * Words were added to a signed session; the session itself stays as it was signed.
     *
     * @param number of the addendum, from 1
     */
    @WireName("treatment.SessionAddendumAdded.v1")
    record SessionAddendumAdded(
            SessionId sessionId, AppointmentId appointmentId, ClientId clientId, ClinicId clinicId, int number)
            implements OfSession {}

    /** A maker's batch may not be used any more, in any clinic: maker, product and lot number as they were typed. */
    @WireName("treatment.PigmentLotRecalled.v1")
    record PigmentLotRecalled(RecallId recallId, String maker, String product, String lotNumber, String reasonCode)
            implements OfRecall {}

    /** The recall named the wrong batch: it may be used again, in every clinic. */
    @WireName("treatment.PigmentLotRecallWithdrawn.v1")
    record PigmentLotRecallWithdrawn(RecallId recallId, String maker, String product, String lotNumber)
            implements OfRecall {}

    /** A client was treated with a recalled batch and is to be told. */
    @WireName("treatment.RecallNoticeOpened.v1")
    record RecallNoticeOpened(RecallNoticeId recallNoticeId, RecallId recallId, ClientId clientId, ClinicId clinicId)
            implements OfRecallNotice {}

    /** A client has confirmed to know of a recall. */
    @WireName("treatment.RecallAcknowledged.v1")
    record RecallAcknowledged(RecallNoticeId recallNoticeId, RecallId recallId, ClientId clientId, ClinicId clinicId)
            implements OfRecallNotice {}

    /** The recall of which a client was to be told has been withdrawn; a client who was told is to hear it. */
    @WireName("treatment.RecallNoticeWithdrawn.v1")
    record RecallNoticeWithdrawn(RecallNoticeId recallNoticeId, RecallId recallId, ClientId clientId, ClinicId clinicId)
            implements OfRecallNotice {}

    /**
     * A client can't be told of a recall any more; nobody waits for an acknowledgement. Of a client who was erased before the recall
     * it is the notice's first event.
     *
     * @param reasonCode {@code CLIENT_ERASED}
     */
    @WireName("treatment.RecallNoticeClosed.v1")
    record RecallNoticeClosed(
            RecallNoticeId recallNoticeId, RecallId recallId, ClientId clientId, ClinicId clinicId, String reasonCode)
            implements OfRecallNotice {}

    /**
     * A harm that may come from a treatment was reported; what happened stays in the chart.
     *
     * @param clinicId where the client was treated, as far as that is known; another clinic may have reported it
     * @param severityCode {@code MILD}, {@code MODERATE} or {@code SERIOUS}
     */
    @WireName("treatment.AdverseEventReported.v1")
    record AdverseEventReported(
            AdverseEventId adverseEventId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable SessionId sessionId,
            @Nullable LotId lotId,
            String severityCode)
            implements OfAdverseEventReport {}

    /**
     * An adverse event was looked at again.
     *
     * @param number of the follow-up, from 1
     */
    @WireName("treatment.AdverseEventFollowedUp.v1")
    record AdverseEventFollowedUp(
            AdverseEventId adverseEventId, ClientId clientId, ClinicId clinicId, int number, String severityCode)
            implements OfAdverseEventReport {}

    /**
     * An adverse event is over.
     *
     * @param outcomeCode such as {@code RECOVERED}
     */
    @WireName("treatment.AdverseEventClosed.v1")
    record AdverseEventClosed(AdverseEventId adverseEventId, ClientId clientId, ClinicId clinicId, String outcomeCode)
            implements OfAdverseEventReport {}

    /** The authority was told of an adverse event. */
    @WireName("treatment.AdverseEventFiled.v1")
    record AdverseEventFiled(AdverseEventId adverseEventId, ClientId clientId, ClinicId clinicId)
            implements OfAdverseEventReport {}

    /**
     * A photo of a client's scalp was stored; the picture stays in the chart.
     *
     * @param angleCode {@code FRONT}, {@code LEFT}, {@code RIGHT}, {@code TOP}, {@code CROWN} or {@code BACK}
     * @param stageCode {@code BEFORE}, {@code AFTER} or {@code HEALED}
     */
    @WireName("treatment.PhotoTaken.v1")
    record PhotoTaken(
            PhotoId photoId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable SessionId sessionId,
            String angleCode,
            String stageCode)
            implements OfPhoto {}

    /**
     * A photo that doesn't belong in the chart was taken out of it; its picture is deleted.
     *
     * @param reasonCode {@code WRONG_CLIENT}, {@code WRONG_PLACE} (angle, stage or session) or {@code UNUSABLE}
     */
    @WireName("treatment.PhotoWithdrawn.v1")
    record PhotoWithdrawn(PhotoId photoId, ClientId clientId, ClinicId clinicId, String reasonCode)
            implements OfPhoto {}

    /**
     * The skin was looked at some time after a session; what was seen stays in the chart.
     *
     * @param clinicId where it was looked at
     * @param released whether the next session may take place
     * @param treatedIn where the session was; absent in events from before it was told
     */
    @WireName("treatment.HealingAssessed.v1")
    record HealingAssessed(
            HealingAssessmentId healingAssessmentId,
            SessionId sessionId,
            ClientId clientId,
            ClinicId clinicId,
            boolean released,
            @Nullable ClinicId treatedIn)
            implements OfHealingAssessment {}

    /**
     * An assessment releases the next session no more: the last healed photo on which it rested was taken out of the chart.
     *
     * @param clinicId where the skin was looked at
     * @param treatedIn where the session was
     * @param delayedSince when the skin was seen that has to heal on; absent if nothing delays the next session
     */
    @WireName("treatment.HealingReleaseEnded.v1")
    record HealingReleaseEnded(
            HealingAssessmentId healingAssessmentId,
            SessionId sessionId,
            ClientId clientId,
            ClinicId clinicId,
            ClinicId treatedIn,
            @Nullable Instant delayedSince)
            implements OfHealingAssessment {}

    /**
     * A client answered an aftercare message with a question; the words stay in the chart.
     *
     * @param messageId the message that was answered
     */
    @WireName("treatment.AftercareReplied.v1")
    record AftercareReplied(
            AftercareReplyId aftercareReplyId, MessageId messageId, ClientId clientId, ClinicId clinicId)
            implements OfAftercareReply {}

    /** A client asked something about a session without answering a message; the words stay in the chart. */
    @WireName("treatment.AftercareAsked.v1")
    record AftercareAsked(AftercareReplyId aftercareReplyId, SessionId sessionId, ClientId clientId, ClinicId clinicId)
            implements OfAftercareReply {}

    /** The clinic answered a client's question; the words stay in the chart. */
    @WireName("treatment.AftercareAnswered.v1")
    record AftercareAnswered(AftercareReplyId aftercareReplyId, ClientId clientId, ClinicId clinicId)
            implements OfAftercareReply {}

    /**
     * How far the chains of signed records had come: what is missing or different later was changed outside the service.
     *
     * @param heads of the charts in which something was signed since the seal before
     */
    @WireName("treatment.ChartHeadsSealed.v1")
    record ChartHeadsSealed(ChartSealId chartSealId, List<ChartHead> heads) implements TreatmentEvent {
        public ChartHeadsSealed {
            heads = List.copyOf(heads);
        }

        @Override
        public String subject() {
            return chartSealId.value();
        }
    }

    /**
     * A touch-up that is planned is expected on other days, or for other reasons, because of what was seen of the colour since; what that was stays in
     * the chart.
     */
    @WireName("treatment.TouchUpForecastChanged.v1")
    record TouchUpForecastChanged(
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable CourseId courseId,
            LocalDate from,
            LocalDate due,
            LocalDate until)
            implements OfTouchUp {}

    /**
     * A client is asked how the colour looks, once a year while a touch-up is planned.
     *
     * @param year how many years after the last session
     * @param openUntil the last local day of the clinic on which the answer is of use
     */
    @WireName("treatment.SelfCheckAsked.v1")
    record SelfCheckAsked(
            SelfCheckId selfCheckId,
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            int year,
            LocalDate openUntil)
            implements OfSelfCheck {}

    /**
     * A client has said how the colour looks; the answer stays in the chart.
     *
     * @param consultationSuggested whether somebody should look at the colour before its touch-up; absent in older events
     */
    @WireName("treatment.SelfCheckAnswered.v1")
    record SelfCheckAnswered(
            SelfCheckId selfCheckId,
            TouchUpId touchUpId,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable Boolean consultationSuggested)
            implements OfSelfCheck {}

    /** What happened in one clinic. */
    sealed interface OfClinic extends TreatmentEvent {

        /** The clinic it was done in. */
        ClinicId clinicId();

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /** What happened to a photo. */
    sealed interface OfPhoto extends OfClinic {
        PhotoId photoId();

        @Override
        default String subject() {
            return photoId().value();
        }
    }

    /** What happened to an assessment of the healing. */
    sealed interface OfHealingAssessment extends OfClinic {
        HealingAssessmentId healingAssessmentId();

        @Override
        default String subject() {
            return healingAssessmentId().value();
        }
    }

    /** What happened to a client's question after a treatment. */
    sealed interface OfAftercareReply extends OfClinic {
        AftercareReplyId aftercareReplyId();

        @Override
        default String subject() {
            return aftercareReplyId().value();
        }
    }

    /** What happened to an entry of a chart. */
    sealed interface OfChartEntry extends OfClinic {
        ChartEntryId chartEntryId();

        @Override
        default String subject() {
            return chartEntryId().value();
        }
    }

    /** What happened to a sharing pass. */
    sealed interface OfSharingPass extends OfClinic {
        SharingPassId sharingPassId();

        @Override
        default String subject() {
            return sharingPassId().value();
        }
    }

    /** What happened to the readiness of an appointment. */
    sealed interface OfReadiness extends OfClinic {
        AppointmentId appointmentId();

        @Override
        default String subject() {
            return appointmentId().value();
        }
    }

    /** What happened to a recall; it belongs to no clinic. */
    sealed interface OfRecall extends TreatmentEvent {
        RecallId recallId();

        @Override
        default String subject() {
            return recallId().value();
        }
    }

    /** What happened to the notice that a client is owed because of a recall. */
    sealed interface OfRecallNotice extends OfClinic {
        RecallNoticeId recallNoticeId();

        @Override
        default String subject() {
            return recallNoticeId().value();
        }
    }

    /** What happened to an adverse event. */
    sealed interface OfAdverseEventReport extends OfClinic {
        AdverseEventId adverseEventId();

        @Override
        default String subject() {
            return adverseEventId().value();
        }
    }

    /** What happened to a consultation. */
    sealed interface OfConsultation extends OfClinic {
        ConsultationId consultationId();

        @Override
        default String subject() {
            return consultationId().value();
        }
    }

    /** What happened to a questionnaire. */
    sealed interface OfQuestionnaire extends OfClinic {
        QuestionnaireId questionnaireId();

        @Override
        default String subject() {
            return questionnaireId().value();
        }
    }

    /** What happened to a patch test. */
    sealed interface OfPatchTest extends OfClinic {
        PatchTestId patchTestId();

        @Override
        default String subject() {
            return patchTestId().value();
        }
    }

    /** What happened to an identity check. */
    sealed interface OfIdentityCheck extends OfClinic {
        IdentityCheckId identityCheckId();

        @Override
        default String subject() {
            return identityCheckId().value();
        }
    }

    /** What happened to a consent. */
    sealed interface OfConsent extends OfClinic {
        ConsentId consentId();

        @Override
        default String subject() {
            return consentId().value();
        }
    }

    /** What happened to a plan. */
    sealed interface OfPlan extends OfClinic {
        PlanId planId();

        @Override
        default String subject() {
            return planId().value();
        }
    }

    /** What happened to all lots of a clinic together. */
    sealed interface OfStock extends OfClinic {
        String kindCode();

        @Override
        default String subject() {
            return clinicId().value();
        }
    }

    /** What happened to a lot. */
    sealed interface OfLot extends OfClinic {
        LotId lotId();

        @Override
        default String subject() {
            return lotId().value();
        }
    }

    /** What happened to a session. */
    sealed interface OfSession extends OfClinic {
        SessionId sessionId();

        @Override
        default String subject() {
            return sessionId().value();
        }
    }

    /** What happened to a yearly question about the colour. */
    sealed interface OfSelfCheck extends OfClinic {
        SelfCheckId selfCheckId();

        @Override
        default String subject() {
            return selfCheckId().value();
        }
    }

    /** What happened to a touch-up. */
    sealed interface OfTouchUp extends OfClinic {
        TouchUpId touchUpId();

        @Override
        default String subject() {
            return touchUpId().value();
        }
    }
}
