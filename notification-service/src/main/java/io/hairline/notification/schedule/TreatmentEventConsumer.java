package io.hairline.notification.schedule;

import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventClosed;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventFiled;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventFollowedUp;
import io.hairline.contracts.treatment.TreatmentEvent.AdverseEventReported;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAsked;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareReplied;
import io.hairline.contracts.treatment.TreatmentEvent.ChartHeadsSealed;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentSigned;
import io.hairline.contracts.treatment.TreatmentEvent.ConsentWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationCorrected;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.contracts.treatment.TreatmentEvent.CourseCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckDue;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckPlanned;
import io.hairline.contracts.treatment.TreatmentEvent.HairlineApproved;
import io.hairline.contracts.treatment.TreatmentEvent.HealingAssessed;
import io.hairline.contracts.treatment.TreatmentEvent.HealingReleaseEnded;
import io.hairline.contracts.treatment.TreatmentEvent.IdentityChecked;
import io.hairline.contracts.treatment.TreatmentEvent.LotCorrected;
import io.hairline.contracts.treatment.TreatmentEvent.LotDisposed;
import io.hairline.contracts.treatment.TreatmentEvent.LotDrawn;
import io.hairline.contracts.treatment.TreatmentEvent.LotOpened;
import io.hairline.contracts.treatment.TreatmentEvent.LotQuarantined;
import io.hairline.contracts.treatment.TreatmentEvent.LotReceived;
import io.hairline.contracts.treatment.TreatmentEvent.LotReleased;
import io.hairline.contracts.treatment.TreatmentEvent.LotReplenished;
import io.hairline.contracts.treatment.TreatmentEvent.LotTransferred;
import io.hairline.contracts.treatment.TreatmentEvent.OfChartEntry;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecall;
import io.hairline.contracts.treatment.TreatmentEvent.OfStock;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestCorrected;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestPlaced;
import io.hairline.contracts.treatment.TreatmentEvent.PatchTestRead;
import io.hairline.contracts.treatment.TreatmentEvent.PhotoTaken;
import io.hairline.contracts.treatment.TreatmentEvent.PhotoWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.PlanAccepted;
import io.hairline.contracts.treatment.TreatmentEvent.PlanProposed;
import io.hairline.contracts.treatment.TreatmentEvent.QuestionnaireAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessOverridden;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessUnblocked;
import io.hairline.contracts.treatment.TreatmentEvent.RecallAcknowledged;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeClosed;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeOpened;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.SelfCheckAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.SelfCheckAsked;
import io.hairline.contracts.treatment.TreatmentEvent.SessionAddendumAdded;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStartUndone;
import io.hairline.contracts.treatment.TreatmentEvent.SessionStarted;
import io.hairline.contracts.treatment.TreatmentEvent.SharingPassGiven;
import io.hairline.contracts.treatment.TreatmentEvent.SharingPassRevoked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpClosed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpContacted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpForecastChanged;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpPlanned;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpReopened;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.notification.preference.MessageConsents;
import org.springframework.stereotype.Component;

/** What treatment tells, as far as it changes what a client must hear. */
@Component
class TreatmentEventConsumer implements EventConsumer<TreatmentEvent> {

    /** The purpose of a consent to messages that the brand sends by itself. */
    private static final String MESSAGES = "MESSAGES";

    private final MessageSchedule schedule;
    private final TouchUpTriggers touchUps;
    private final NoticeTriggers notices;
    private final MessageConsents consents;

    TreatmentEventConsumer(
            MessageSchedule schedule, TouchUpTriggers touchUps, NoticeTriggers notices, MessageConsents consents) {
        this.schedule = schedule;
        this.touchUps = touchUps;
        this.notices = notices;
        this.consents = consents;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        switch (event) {
            case SessionCompleted it ->
                schedule.follow(new AftercareTrigger(
                        it.sessionId(),
                        it.clientId(),
                        it.clinicId(),
                        it.completedAt(),
                        received.time(),
                        it.serviceCode(),
                        it.careCodes(),
                        it.aftercare()));
            case PatchTestPlaced it ->
                schedule.follow(
                        new PatchTestTrigger(it.patchTestId(), it.clientId(), it.clinicId(), received.time(), false));
            case PatchTestRead it ->
                schedule.follow(
                        new PatchTestTrigger(it.patchTestId(), it.clientId(), it.clinicId(), received.time(), true));
            case TouchUpDue it -> touchUps.due(it, received.time());
            case TouchUpBooked it -> touchUps.set(it.touchUpId(), false);
            case TouchUpClosed it -> {
                touchUps.set(it.touchUpId(), false);
                notices.fadeCheckOver(it.touchUpId());
            }
            case SelfCheckAsked it -> notices.asked(it, received);
            case SelfCheckAnswered it -> notices.answered(it.selfCheckId());
            case FadeCheckDue it -> notices.due(it, received);
            case TouchUpReopened it -> touchUps.set(it.touchUpId(), true);
            case EmergencyAccessOpened it -> notices.opened(it, received);
            case RecallNoticeOpened it -> notices.opened(it, received);
            case RecallAcknowledged it ->
                notices.acknowledged(it.recallNoticeId().value());
            case RecallNoticeClosed it ->
                notices.acknowledged(it.recallNoticeId().value());
            case RecallNoticeWithdrawn it -> notices.withdrawn(it, received);
            case ReadinessBlocked it -> notices.blocked(it, received);
            case ReadinessUnblocked it -> notices.unblocked(it.appointmentId(), it.stepCode());
            case ConsentSigned it
            when it.purposeCode().equals(MESSAGES) -> consents.sign(it.clientId(), received.time());
            case ConsentWithdrawn it
            when it.purposeCode().equals(MESSAGES) -> consents.withdraw(it.clientId(), received.time());
            case TreatmentEvent.ClientDataErased _,
                    ConsultationRecorded _,
                    ConsultationCorrected _,
                    HairlineApproved _,
                    QuestionnaireAnswered _,
                    IdentityChecked _,
                    ConsentSigned _,
                    ConsentWithdrawn _,
                    PlanProposed _,
                    PlanAccepted _,
                    CourseCompleted _,
                    LotReceived _,
                    LotDrawn _,
                    SessionStarted _,
                    SessionStartUndone _,
                    TouchUpForecastChanged _,
                    TouchUpPlanned _,
                    FadeCheckPlanned _,
                    TouchUpContacted _,
                    PatchTestCorrected _,
                    SharingPassGiven _,
                    SharingPassRevoked _,
                    ReadinessOverridden _,
                    LotReplenished _,
                    LotCorrected _,
                    LotOpened _,
                    LotQuarantined _,
                    LotReleased _,
                    LotTransferred _,
                    LotDisposed _,
                    SessionAddendumAdded _,
                    OfRecall _,
                    OfStock _,
                    AdverseEventReported _,
                    AdverseEventFollowedUp _,
                    AdverseEventClosed _,
                    AdverseEventFiled _,
                    PhotoTaken _,
                    PhotoWithdrawn _,
                    HealingAssessed _,
                    HealingReleaseEnded _,
                    AftercareReplied _,
                    AftercareAsked _,
                    AftercareAnswered _,
                    OfChartEntry _,
                    ChartHeadsSealed _ -> {}
        }
    }
}
