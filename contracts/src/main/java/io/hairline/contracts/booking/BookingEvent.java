package io.hairline.contracts.booking;

import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.EnquiryId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.InvitationId;
import io.hairline.contracts.Money;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.PastAppointmentId;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PrepaidId;
import io.hairline.contracts.TaskId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.wire.WireName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What booking tells the franchise. */
public sealed interface BookingEvent extends DomainEvent {

    /**
     * Somebody became a client of the brand; name and contact travel on {@code booking.contacts} alone.
     *
     * @param contactVersion the version of the contact that belongs to this fact
     * @param suspects clients who may be the same person; the staff of the home clinic decide
     */
    @WireName("booking.ClientRegistered.v1")
    record ClientRegistered(ClientId clientId, ClinicId homeClinicId, long contactVersion, List<ClientId> suspects)
            implements OfClient {
        public ClientRegistered {
            suspects = List.copyOf(suspects);
        }

        @Override
        public ClinicId clinic() {
            return homeClinicId;
        }
    }

    /**
     * What is known of a client was corrected; the new contact travels on {@code booking.contacts} alone.
     *
     * @param contactVersion the version of the contact that belongs to this fact
     * @param homeClinicId the client's home clinic from now on; absent in events from before it was told
     * @param emailChanged whether the e-mail address is another one, which nobody has confirmed yet; absent in events from
     *     before it was told
     */
    @WireName("booking.ClientContactChanged.v1")
    record ClientContactChanged(
            ClientId clientId,
            long contactVersion,
            @Nullable ClinicId homeClinicId,
            @Nullable Boolean emailChanged) implements OfClient {

        public ClientContactChanged(ClientId clientId, long contactVersion, @Nullable ClinicId homeClinicId) {
            this(clientId, contactVersion, homeClinicId, null);
        }
    }

    /**
     * A client, or a desk for them, wants a letter by which the client confirms the e-mail address.
     *
     * @param contactVersion the version of the contact since which it is the present address
     */
    @WireName("booking.EmailConfirmationRequested.v1")
    record EmailConfirmationRequested(ClientId clientId, ClinicId homeClinicId, long contactVersion)
            implements OfClient {
        @Override
        public ClinicId clinic() {
            return homeClinicId;
        }
    }

    /**
     * A client has shown that what is sent to the e-mail address reaches them.
     *
     * @param contactVersion the version of the contact since which it is the present address
     */
    @WireName("booking.ClientEmailConfirmed.v1")
    record ClientEmailConfirmed(ClientId clientId, ClinicId homeClinicId, long contactVersion) implements OfClient {
        @Override
        public ClinicId clinic() {
            return homeClinicId;
        }
    }

    /**
     * Two records are of one person: what is known under {@code clientId} belongs to {@code intoId}, until it is undone. No
     * service gives what it has stored another id, so that the undoing is exact.
     *
     * @param clientId the merged client
     * @param intoId the surviving client, under whom everything is seen
     * @param homeClinicId the merged client's home clinic
     */
    @WireName("booking.ClientMerged.v1")
    record ClientMerged(ClientId clientId, ClientId intoId, ClinicId homeClinicId) implements OfClient {
        @Override
        public ClinicId clinic() {
            return homeClinicId;
        }
    }

    /**
     * Two records that were merged are of two people again, each with what was known under its own id.
     *
     * @param clientId the client who was merged
     * @param fromId the client who survived
     * @param homeClinicId the home clinic of the client who was merged
     */
    @WireName("booking.ClientUnmerged.v1")
    record ClientUnmerged(ClientId clientId, ClientId fromId, ClinicId homeClinicId) implements OfClient {
        @Override
        public ClinicId clinic() {
            return homeClinicId;
        }
    }

    /**
     * What is held of a client is to be erased. Every service erases its part, keeps what the law obliges it to, and answers
     * with its own {@code ClientDataErased}.
     *
     * @param erasureId the request; the records that are merged into one person's have the same
     * @param homeClinicId the client's home clinic
     */
    @WireName("booking.ClientErased.v1")
    record ClientErased(ClientId clientId, ErasureId erasureId, ClinicId homeClinicId) implements OfClient {
        @Override
        public ClinicId clinic() {
            return homeClinicId;
        }
    }

    /**
     * A client, or somebody of the staff for them, wants what is held of the client erased.
     *
     * @param clientId the surviving client, if records were merged
     */
    @WireName("booking.ErasureRequested.v1")
    record ErasureRequested(ErasureId erasureId, ClientId clientId, ClinicId homeClinicId) implements OfErasure {}

    /**
     * A service has erased its part.
     *
     * @param clientId whose record it is: the client's, or one that was merged into it
     * @param answeredBy the service
     * @param complete whether all services have answered for all of the client's records
     */
    @WireName("booking.ErasureAnswered.v1")
    record ErasureAnswered(
            ErasureId erasureId, ClientId clientId, ClinicId homeClinicId, String answeredBy, boolean complete)
            implements OfErasure {}

    /**
     * What a law had kept of an erased client is removed, because its time is over.
     *
     * @param removedBy the service that kept it
     * @param whatCode such as {@code PAYMENTS}
     */
    @WireName("booking.KeptDataRemoved.v1")
    record KeptDataRemoved(
            ErasureId erasureId, ClientId clientId, ClinicId homeClinicId, String removedBy, String whatCode)
            implements OfErasure {}

    /** A slot is kept for somebody until {@code expiresAt}, and nobody else can have it. */
    @WireName("booking.SlotHeld.v1")
    record SlotHeld(AppointmentId appointmentId, @Nullable ClientId clientId, AppointmentSlot slot, Instant expiresAt)
            implements OfAppointment {}

    /** A hold lapsed or was given back; the slot is free. */
    @WireName("booking.SlotReleased.v1")
    record SlotReleased(AppointmentId appointmentId, AppointmentSlot slot, String reasonCode)
            implements OfAppointment {}

    /**
     * A client has a time in the diary.
     *
     * @param courseId set if it is one of the sessions of a course
     * @param override the rules that were relaxed for it; absent if none
     */
    @WireName("booking.AppointmentBooked.v1")
    record AppointmentBooked(
            AppointmentId appointmentId,
            ClientId clientId,
            AppointmentSlot slot,
            @Nullable CourseId courseId,
            @Nullable PlanOverride override)
            implements OfAppointment {

        public AppointmentBooked(
                AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot, @Nullable CourseId courseId) {
            this(appointmentId, clientId, slot, courseId, null);
        }
    }

    /**
     * An appointment has another place in the diary.
     *
     * @param noticeHours whole hours from the move to the start that was given up; absent before notice was kept
     * @param refundPercent at most this much comes back if it is cancelled later, because the client moved it inside a
     *     window of its policy; absent if no move has cost anything
     * @param override the rules that were relaxed for the new place; absent if none
     */
    @WireName("booking.AppointmentRescheduled.v1")
    record AppointmentRescheduled(
            AppointmentId appointmentId,
            ClientId clientId,
            AppointmentSlot previous,
            AppointmentSlot slot,
            String reasonCode,
            @Nullable Long noticeHours,
            @Nullable Integer refundPercent,
            @Nullable PlanOverride override)
            implements OfAppointment {

        public AppointmentRescheduled(
                AppointmentId appointmentId,
                ClientId clientId,
                AppointmentSlot previous,
                AppointmentSlot slot,
                String reasonCode) {
            this(appointmentId, clientId, previous, slot, reasonCode, null, null, null);
        }
    }

    /**
     * An appointment will not take place; its slot is free.
     *
     * @param late cancelled inside the last window of the policy it was booked under
     * @param noticeHours whole hours from the cancellation to the start; negative if it had begun
     * @param refundPercent of what was paid beforehand, by the policy it was booked under; absent before it was kept
     */
    @WireName("booking.AppointmentCancelled.v1")
    record AppointmentCancelled(
            AppointmentId appointmentId,
            ClientId clientId,
            AppointmentSlot slot,
            boolean late,
            long noticeHours,
            String reasonCode,
            @Nullable Integer refundPercent)
            implements OfAppointment {

        public AppointmentCancelled(
                AppointmentId appointmentId,
                ClientId clientId,
                AppointmentSlot slot,
                boolean late,
                long noticeHours,
                String reasonCode) {
            this(appointmentId, clientId, slot, late, noticeHours, reasonCode, null);
        }
    }

    /**
     * The client is there.
     *
     * @param override who received the client after the grace period, and why; absent if the client came in time
     */
    @WireName("booking.ClientCheckedIn.v1")
    record ClientCheckedIn(
            AppointmentId appointmentId,
            ClientId clientId,
            AppointmentSlot slot,
            @Nullable PlanOverride override) implements OfAppointment {

        public ClientCheckedIn(AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot) {
            this(appointmentId, clientId, slot, null);
        }
    }

    /** The check-in was a mistake; the appointment is confirmed, as before. */
    @WireName("booking.CheckInUndone.v1")
    record CheckInUndone(AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot)
            implements OfAppointment {}

    /**
     * The client didn't come.
     *
     * @param fee what the client owes for it beside what was paid beforehand, by the policy it was booked under; absent if
     *     nothing
     * @param override who recorded it before the grace period was over, and why; absent if it was over
     */
    @WireName("booking.AppointmentNoShow.v1")
    record AppointmentNoShow(
            AppointmentId appointmentId,
            ClientId clientId,
            AppointmentSlot slot,
            String reasonCode,
            @Nullable Money fee,
            @Nullable PlanOverride override)
            implements OfAppointment {

        public AppointmentNoShow(
                AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot, String reasonCode) {
            this(appointmentId, clientId, slot, reasonCode, null, null);
        }

        public AppointmentNoShow(
                AppointmentId appointmentId,
                ClientId clientId,
                AppointmentSlot slot,
                String reasonCode,
                @Nullable Money fee) {
            this(appointmentId, clientId, slot, reasonCode, fee, null);
        }
    }

    /**
     * The client need not pay the fee for not having come; the event's actor is who decided so.
     *
     * @param fee what was owed
     */
    @WireName("booking.NoShowFeeWaived.v1")
    record NoShowFeeWaived(
            AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot, Money fee, String reasonCode)
            implements OfAppointment {}

    /** The client is in the chair. */
    @WireName("booking.AppointmentStarted.v1")
    record AppointmentStarted(AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot)
            implements OfAppointment {}

    /** The start was a mistake; the client waits, as after the check-in. */
    @WireName("booking.AppointmentStartUndone.v1")
    record AppointmentStartUndone(AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot)
            implements OfAppointment {}

    /**
     * The treatment takes longer; the slot ends later by so much.
     *
     * @param minutes how much longer
     */
    @WireName("booking.AppointmentExtended.v1")
    record AppointmentExtended(AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot, int minutes)
            implements OfAppointment {}

    @WireName("booking.AppointmentCompleted.v1")
    record AppointmentCompleted(AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot)
            implements OfAppointment {}

    /** It had ended in the diary, but the client was treated: what happened in the chair wins. */
    @WireName("booking.AppointmentReinstated.v1")
    record AppointmentReinstated(AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot)
            implements OfAppointment {}

    /** The client was treated in an appointment that had ended, and another one has its time by now: people decide. */
    @WireName("booking.AppointmentInConflict.v1")
    record AppointmentInConflict(
            AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot, String reasonCode)
            implements OfAppointment {}

    /**
     * The clinic's hours, its chairs or the practitioner's plan changed, and a confirmed appointment no longer fits them.
     * It stays where it is until somebody decides; its next event ends the conflict.
     *
     * @param reasonCode {@code CLINIC_CLOSED}, {@code CHAIR_REMOVED}, {@code DEVICE_REMOVED}, {@code PRACTITIONER_AWAY},
     *     {@code PRACTITIONER_NOT_WORKING}, {@code PRACTITIONER_NOT_LICENSED} or {@code PRACTITIONER_NOT_TRAINED}; or
     *     {@code HEALING_GAP} or {@code OUT_OF_ORDER} for a session that another one of its course has come too close to,
     *     {@code NOT_HEALED} for one before which the skin needs more time, and {@code CLIENT_BUSY} if the client has two appointments at that time
     */
    @WireName("booking.AppointmentConflictFound.v1")
    record AppointmentConflictFound(
            AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot, String reasonCode)
            implements OfAppointment {}

    /**
     * A confirmed appointment fits its clinic's and its practitioner's plans again without having been moved.
     *
     * @param reasonCode {@code FITS_AGAIN}
     */
    @WireName("booking.AppointmentConflictResolved.v1")
    record AppointmentConflictResolved(
            AppointmentId appointmentId, ClientId clientId, AppointmentSlot slot, String reasonCode)
            implements OfAppointment {}

    /**
     * The clinic's desk has something to decide.
     *
     * @param kindCode {@code CONFLICT}: an appointment that can't take place as it is; {@code OVERRUN}: one that is past its
     *     end; {@code NO_MATERIAL}: one for which the clinic has nothing left that it may use; {@code NO_TRAINING}: one whose
     *     practitioner lacks a training that is asked for there; {@code ANSWERS_BLOCK}: one that the client's answers forbid;
     *     {@code PATCH_TEST_FAILED}: one that the skin's reaction to the patch test forbids; {@code HELD_LOT_USED}: one into which a
     *     lot went that no session might use any more
     * @param reasonCode what is wrong, as in the event that caused it
     */
    @WireName("booking.TaskOpened.v1")
    record TaskOpened(TaskId taskId, ClinicId clinicId, String kindCode, AppointmentId appointmentId, String reasonCode)
            implements OfTask {}

    /**
     * A task needs nobody any more.
     *
     * @param reasonCode {@code BY_HAND}, or what settled it: {@code MOVED}, {@code ENDED}, {@code ARRIVED},
     *     {@code EXTENDED}, {@code FITS_AGAIN}, {@code MATERIAL_THERE}, {@code TRAINED}, {@code ANSWERS_CLEAR},
     *     {@code PATCH_TEST_REPEATED} or {@code OVERRIDDEN}
     */
    @WireName("booking.TaskDone.v1")
    record TaskDone(TaskId taskId, ClinicId clinicId, String kindCode, AppointmentId appointmentId, String reasonCode)
            implements OfTask {}

    /**
     * A client can't be reached as registered, and the desk has to correct the contact.
     *
     * @param kindCode {@code MESSAGE_FAILED}
     * @param appointmentId what the message was about; absent if it was about none
     * @param reasonCode why the message failed, as notification told it
     */
    @WireName("booking.ContactTaskOpened.v1")
    record ContactTaskOpened(
            TaskId taskId,
            ClinicId clinicId,
            String kindCode,
            ClientId clientId,
            @Nullable AppointmentId appointmentId,
            String reasonCode)
            implements OfTask {}

    /**
     * A task about a client's contact needs nobody any more.
     *
     * @param reasonCode {@code BY_HAND}, {@code CONTACT_CORRECTED} or {@code CLIENT_ERASED}
     */
    @WireName("booking.ContactTaskDone.v1")
    record ContactTaskDone(TaskId taskId, ClinicId clinicId, String kindCode, ClientId clientId, String reasonCode)
            implements OfTask {}

    /**
     * A client has asked the clinic something and waits for an answer.
     *
     * @param kindCode {@code CLIENT_QUESTION}
     * @param aftercareReplyId what was asked, in treatment's chart
     */
    @WireName("booking.QuestionTaskOpened.v1")
    record QuestionTaskOpened(
            TaskId taskId, ClinicId clinicId, String kindCode, ClientId clientId, AftercareReplyId aftercareReplyId)
            implements OfTask {}

    /**
     * A client's question needs nobody any more.
     *
     * @param reasonCode {@code BY_HAND}, {@code ANSWERED} or {@code CLIENT_ERASED}
     */
    @WireName("booking.QuestionTaskDone.v1")
    record QuestionTaskDone(TaskId taskId, ClinicId clinicId, String kindCode, ClientId clientId, String reasonCode)
            implements OfTask {}

    /**
     * Somebody in the clinic should look at a client's colour, for which no appointment is booked yet.
     *
     * @param kindCode {@code COLOUR_CHECK}
     */
    @WireName("booking.ConsultationTaskOpened.v1")
    record ConsultationTaskOpened(TaskId taskId, ClinicId clinicId, String kindCode, ClientId clientId)
            implements OfTask {}

    /**
     * A task to look at a client's colour needs nobody any more.
     *
     * @param reasonCode {@code BY_HAND}, {@code CONSULTATION_BOOKED}, {@code ANSWERED_ANEW} or {@code CLIENT_ERASED}
     */
    @WireName("booking.ConsultationTaskDone.v1")
    record ConsultationTaskDone(TaskId taskId, ClinicId clinicId, String kindCode, ClientId clientId, String reasonCode)
            implements OfTask {}

    /**
     * Another clinic has noted how the skin healed after a session of this clinic; what it saw is in the chart.
     *
     * @param kindCode {@code HEALING_ELSEWHERE}
     * @param reasonCode {@code HEALING_DELAYED} or {@code HEALING_RELEASED}: what it means for the next session
     */
    @WireName("booking.HealingTaskOpened.v1")
    record HealingTaskOpened(TaskId taskId, ClinicId clinicId, String kindCode, ClientId clientId, String reasonCode)
            implements OfTask {}

    /**
     * A task about what another clinic saw needs nobody any more.
     *
     * @param reasonCode {@code BY_HAND}, {@code ASSESSED_ANEW} or {@code CLIENT_ERASED}
     */
    @WireName("booking.HealingTaskDone.v1")
    record HealingTaskDone(TaskId taskId, ClinicId clinicId, String kindCode, ClientId clientId, String reasonCode)
            implements OfTask {}

    /**
     * The times of an accepted plan's sessions are kept until the deposit is there; none of them is booked yet.
     *
     * @param clinicId the clinic that takes the deposit
     * @param deposit what is to be paid
     * @param expiresAt until when
     */
    @WireName("booking.CourseHeld.v1")
    record CourseHeld(
            CourseId courseId,
            ClientId clientId,
            PlanId planId,
            ClinicId clinicId,
            List<CourseSession> sessions,
            Money deposit,
            Instant expiresAt)
            implements OfHeldCourse {
        public CourseHeld {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * The times that were kept for a course are free again; the plan can be booked anew.
     *
     * @param reasonCode {@code DEPOSIT_NOT_PAID}, or {@code GIVEN_BACK} by the client or for them
     */
    @WireName("booking.CourseReleased.v1")
    record CourseReleased(CourseId courseId, ClientId clientId, PlanId planId, ClinicId clinicId, String reasonCode)
            implements OfHeldCourse {}

    /** What happened to a course that isn't booked yet. */
    sealed interface OfHeldCourse extends BookingEvent {
        CourseId courseId();

        ClientId clientId();

        ClinicId clinicId();

        @Override
        default String subject() {
            return courseId().value();
        }

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /** All sessions of an accepted plan have their appointments, and the deposit is there if there is one. */
    @WireName("booking.CourseBooked.v1")
    record CourseBooked(CourseId courseId, ClientId clientId, PlanId planId, List<CourseSession> sessions)
            implements BookingEvent {
        public CourseBooked {
            sessions = List.copyOf(sessions);
        }

        @Override
        public String subject() {
            return courseId.value();
        }
    }

    /** One session of a course, in the order of the course. */
    record CourseSession(AppointmentId appointmentId, String serviceCode, ClinicId clinicId) {}

    /** The provider is still thinking about a payment. */
    @WireName("booking.PaymentRequested.v1")
    record PaymentRequested(PaymentId paymentId, PaymentDetails paid) implements OfPayment {}

    @WireName("booking.PaymentCaptured.v1")
    record PaymentCaptured(PaymentId paymentId, PaymentDetails paid) implements OfPayment {}

    @WireName("booking.PaymentDeclined.v1")
    record PaymentDeclined(PaymentId paymentId, PaymentDetails paid, String reasonCode) implements OfPayment {}

    /**
     * A payment was booked on the wrong appointment or course, and is for another one of the same clinic.
     *
     * @param previous what it was booked on
     */
    @WireName("booking.PaymentReassigned.v1")
    record PaymentReassigned(PaymentId paymentId, PaymentDetails paid, PaymentDetails previous, String reasonCode)
            implements OfPayment {}

    /**
     * Money is to go back to the client; the provider is asked next.
     *
     * @param number counts the refunds of a payment from 1; the provider knows the refund by payment and number
     * @param appointmentId whose cancellation gives it back by policy; absent if people decided it
     */
    @WireName("booking.PaymentRefundRequested.v1")
    record PaymentRefundRequested(
            PaymentId paymentId,
            PaymentDetails paid,
            int number,
            Money amount,
            String reasonCode,
            @Nullable AppointmentId appointmentId)
            implements OfPayment {}

    /** The provider didn't say what became of a refund; it is asked again until it does. */
    @WireName("booking.PaymentRefundUnknown.v1")
    record PaymentRefundUnknown(PaymentId paymentId, PaymentDetails paid, int number, Money amount)
            implements OfPayment {}

    /** The provider refuses a refund: the money is still the clinic's, and people decide how it goes back. */
    @WireName("booking.PaymentRefundFailed.v1")
    record PaymentRefundFailed(PaymentId paymentId, PaymentDetails paid, int number, Money amount, String reasonCode)
            implements OfPayment {}

    /**
     * Money went back to the client.
     *
     * @param amount what goes back now; earlier refunds of the same payment not counted
     * @param number that of the request; absent before refunds were requested first
     * @param tax how much of the amount is tax; absent before it was told
     * @param tip how much of the amount is tip; absent before it was told
     * @param appointmentId whose cancellation gave it back by policy; absent if people decided it
     */
    @WireName("booking.PaymentRefunded.v1")
    record PaymentRefunded(
            PaymentId paymentId,
            PaymentDetails paid,
            Money amount,
            String reasonCode,
            @Nullable Integer number,
            @Nullable Money tax,
            @Nullable Money tip,
            @Nullable AppointmentId appointmentId)
            implements OfPayment {

        public PaymentRefunded(PaymentId paymentId, PaymentDetails paid, Money amount, String reasonCode) {
            this(paymentId, paid, amount, reasonCode, null, null, null, null);
        }
    }

    /**
     * An appointment of the time before a clinic joined the brand, as the clinic's own books have it. Nobody is told of it,
     * nothing is owed for it, and no figure of the brand counts it.
     *
     * @param localStart by the clinic's clock
     * @param outcomeCode {@code COMPLETED}, {@code NO_SHOW} or {@code CANCELLED}
     */
    @WireName("booking.PastAppointmentRecorded.v1")
    record PastAppointmentRecorded(
            PastAppointmentId pastAppointmentId,
            ClientId clientId,
            ClinicId clinicId,
            String serviceCode,
            LocalDateTime localStart,
            String outcomeCode)
            implements OfPastAppointment {}

    /** A client whose touch-up is due is offered free slots, those nearest to the home clinic first; none is held. */
    @WireName("booking.SlotsOffered.v1")
    record SlotsOffered(InvitationId invitationId, TouchUpId touchUpId, ClientId clientId, List<AppointmentSlot> slots)
            implements BookingEvent {
        public SlotsOffered {
            slots = List.copyOf(slots);
        }

        @Override
        public String subject() {
            return invitationId.value();
        }
    }

    /** The provider is asked next for the price of a gift card or of prepaid credit. */
    @WireName("booking.PrepaidSaleRequested.v1")
    record PrepaidSaleRequested(
            PrepaidId prepaidId,
            String kindCode,
            ClinicId clinicId,
            @Nullable ClientId clientId,
            Money amount,
            String methodCode)
            implements OfPrepaid {}

    /**
     * Money was paid in advance, for whatever the client takes later in any clinic of the brand.
     *
     * @param kindCode {@code GIFT_CARD}, for the holder of its code, or {@code CREDIT}, for one client
     * @param clinicId the clinic that has the money
     * @param clientId whose credit it is; absent for a gift card
     * @param methodCode how it was paid, such as {@code CARD} or {@code CASH}
     */
    @WireName("booking.PrepaidSold.v1")
    record PrepaidSold(
            PrepaidId prepaidId,
            String kindCode,
            ClinicId clinicId,
            @Nullable ClientId clientId,
            Money amount,
            String methodCode)
            implements OfPrepaid {}

    /** The provider refused the price; nothing was sold. */
    @WireName("booking.PrepaidSaleDeclined.v1")
    record PrepaidSaleDeclined(
            PrepaidId prepaidId,
            String kindCode,
            ClinicId clinicId,
            @Nullable ClientId clientId,
            Money amount,
            String methodCode,
            String reasonCode)
            implements OfPrepaid {}

    /**
     * Prepaid money was used for a payment; {@code booking.PaymentCaptured.v1} tells of the payment, with the method
     * {@code GIFT_CARD} or {@code PREPAID}.
     *
     * @param clinicId the clinic that was paid with it
     * @param soldInClinicId the clinic that has the money
     * @param clientId whose payment it was
     * @param balance what is left
     */
    @WireName("booking.PrepaidRedeemed.v1")
    record PrepaidRedeemed(
            PrepaidId prepaidId,
            String kindCode,
            ClinicId clinicId,
            ClinicId soldInClinicId,
            ClientId clientId,
            PaymentId paymentId,
            Money amount,
            Money balance)
            implements OfPrepaid {}

    /**
     * A payment with prepaid money was refunded, and the money can be used again.
     *
     * @param clinicId the clinic that had been paid with it
     * @param soldInClinicId the clinic that has the money
     * @param balance what can be used from now on
     */
    @WireName("booking.PrepaidRestored.v1")
    record PrepaidRestored(
            PrepaidId prepaidId,
            String kindCode,
            ClinicId clinicId,
            ClinicId soldInClinicId,
            ClientId clientId,
            PaymentId paymentId,
            Money amount,
            Money balance)
            implements OfPrepaid {}

    /**
     * The price of an unused gift card, or of unused credit, goes back to the one who paid it; the provider is asked next, and
     * nothing can be paid with it meanwhile.
     *
     * @param clinicId the clinic that has the money
     * @param amount what goes back
     */
    @WireName("booking.PrepaidTakeBackRequested.v1")
    record PrepaidTakeBackRequested(
            PrepaidId prepaidId,
            String kindCode,
            ClinicId clinicId,
            @Nullable ClientId clientId,
            Money amount,
            String methodCode,
            String reasonCode)
            implements OfPrepaid {}

    /**
     * An unused gift card, or unused credit, was taken back: its price has gone back, and nothing is left on it.
     *
     * @param clinicId the clinic that had the money
     * @param amount what has gone back
     */
    @WireName("booking.PrepaidTakenBack.v1")
    record PrepaidTakenBack(
            PrepaidId prepaidId,
            String kindCode,
            ClinicId clinicId,
            @Nullable ClientId clientId,
            Money amount,
            String methodCode,
            String reasonCode)
            implements OfPrepaid {}

    /**
     * The provider refuses to give the price back; the gift card or credit can be used as before.
     *
     * @param amount what would have gone back
     * @param reasonCode the provider's
     */
    @WireName("booking.PrepaidTakeBackFailed.v1")
    record PrepaidTakeBackFailed(
            PrepaidId prepaidId,
            String kindCode,
            ClinicId clinicId,
            @Nullable ClientId clientId,
            Money amount,
            String methodCode,
            String reasonCode)
            implements OfPrepaid {}

    /** What happened to a gift card or to prepaid credit. */
    sealed interface OfPrepaid extends BookingEvent {
        PrepaidId prepaidId();

        ClinicId clinicId();

        @Override
        default String subject() {
            return prepaidId().value();
        }

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /**
     * A client waits for a free slot.
     *
     * @param clinicIds where the client would come; those within a distance are found when the client joins
     * @param from first local day
     * @param to last local day, included
     */
    @WireName("booking.WaitlistJoined.v1")
    record WaitlistJoined(
            WaitlistEntryId entryId,
            ClientId clientId,
            String serviceCode,
            List<ClinicId> clinicIds,
            LocalDate from,
            LocalDate to)
            implements OfWaitlistEntry {
        public WaitlistJoined {
            clinicIds = List.copyOf(clinicIds);
        }
    }

    /** A slot that came free is held for some clients who wait; the first of them who accepts has it. */
    @WireName("booking.WaitlistOffered.v1")
    record WaitlistOffered(
            WaitlistEntryId entryId, ClientId clientId, OfferId offerId, AppointmentSlot slot, Instant expiresAt)
            implements OfWaitlistEntry {
        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    /** The client has the slot, and waits no longer. */
    @WireName("booking.WaitlistOfferAccepted.v1")
    record WaitlistOfferAccepted(
            WaitlistEntryId entryId,
            ClientId clientId,
            OfferId offerId,
            AppointmentId appointmentId,
            AppointmentSlot slot)
            implements OfWaitlistEntry {
        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    /**
     * An offer can't be accepted any more; the client still waits.
     *
     * @param reasonCode {@code GONE}: another client was faster; {@code EXPIRED}; {@code DECLINED} by the client
     */
    @WireName("booking.WaitlistOfferEnded.v1")
    record WaitlistOfferEnded(
            WaitlistEntryId entryId, ClientId clientId, OfferId offerId, AppointmentSlot slot, String reasonCode)
            implements OfWaitlistEntry {
        @Override
        public ClinicId clinic() {
            return slot.clinicId();
        }
    }

    /**
     * The client waits no longer; open offers are over.
     *
     * @param reasonCode {@code WITHDRAWN}, or {@code OVER} when the last day is past
     */
    @WireName("booking.WaitlistLeft.v1")
    record WaitlistLeft(WaitlistEntryId entryId, ClientId clientId, String reasonCode) implements OfWaitlistEntry {}

    /** What happened to a client's place on the waitlist. */
    sealed interface OfWaitlistEntry extends BookingEvent {
        WaitlistEntryId entryId();

        ClientId clientId();

        @Override
        default String subject() {
            return entryId().value();
        }
    }

    /** What happened to a client. */
    sealed interface OfClient extends BookingEvent {
        ClientId clientId();

        @Override
        default String subject() {
            return clientId().value();
        }
    }

    /** What happened to an appointment, and where it is in the diary since then. */
    sealed interface OfAppointment extends BookingEvent {
        AppointmentId appointmentId();

        AppointmentSlot slot();

        @Override
        default String subject() {
            return appointmentId().value();
        }

        @Override
        default ClinicId clinic() {
            return slot().clinicId();
        }
    }

    /**
     * Somebody who is no client asked for something; name, contact and wish stay in booking.
     *
     * @param clinicId the clinic that was asked; absent if the brand was
     */
    @WireName("booking.EnquiryReceived.v1")
    record EnquiryReceived(EnquiryId enquiryId, @Nullable ClinicId clinicId) implements OfEnquiry {}

    /** The person who asked has become a client. */
    @WireName("booking.EnquiryConverted.v1")
    record EnquiryConverted(EnquiryId enquiryId, @Nullable ClinicId clinicId, ClientId clientId) implements OfEnquiry {}

    /**
     * An enquiry needs nobody any more.
     *
     * @param reasonCode {@code ANSWERED}, {@code NOT_INTERESTED}, {@code NOT_REACHED} or {@code SPAM}
     */
    @WireName("booking.EnquiryClosed.v1")
    record EnquiryClosed(EnquiryId enquiryId, @Nullable ClinicId clinicId, String reasonCode) implements OfEnquiry {}

    /** What happened to an enquiry. */
    sealed interface OfEnquiry extends BookingEvent {
        EnquiryId enquiryId();

        @Nullable ClinicId clinicId();

        @Override
        default String subject() {
            return enquiryId().value();
        }

        @Override
        default @Nullable ClinicId clinic() {
            return clinicId();
        }
    }

    /** What happened to a request for erasure. */
    sealed interface OfErasure extends BookingEvent {
        ErasureId erasureId();

        ClinicId homeClinicId();

        @Override
        default String subject() {
            return erasureId().value();
        }

        @Override
        default ClinicId clinic() {
            return homeClinicId();
        }
    }

    /** What happened to a record of the time before a clinic joined the brand. */
    sealed interface OfPastAppointment extends BookingEvent {
        PastAppointmentId pastAppointmentId();

        ClinicId clinicId();

        @Override
        default String subject() {
            return pastAppointmentId().value();
        }

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /** What happened to a task of a clinic's desk. */
    sealed interface OfTask extends BookingEvent {
        TaskId taskId();

        ClinicId clinicId();

        @Override
        default String subject() {
            return taskId().value();
        }

        @Override
        default ClinicId clinic() {
            return clinicId();
        }
    }

    /** What happened to a payment. */
    sealed interface OfPayment extends BookingEvent {
        PaymentId paymentId();

        PaymentDetails paid();

        @Override
        default String subject() {
            return paymentId().value();
        }

        @Override
        default ClinicId clinic() {
            return paid().clinicId();
        }
    }
}
