package io.hairline.notification.schedule;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.contracts.booking.BookingEvent.AppointmentExtended;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStartUndone;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.ClientContactChanged;
import io.hairline.contracts.booking.BookingEvent.ClientEmailConfirmed;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.contracts.booking.BookingEvent.ClientUnmerged;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.EmailConfirmationRequested;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.OfEnquiry;
import io.hairline.contracts.booking.BookingEvent.OfHeldCourse;
import io.hairline.contracts.booking.BookingEvent.OfPrepaid;
import io.hairline.contracts.booking.BookingEvent.OfTask;
import io.hairline.contracts.booking.BookingEvent.OfWaitlistEntry;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentDeclined;
import io.hairline.contracts.booking.BookingEvent.PaymentReassigned;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundFailed;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundRequested;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundUnknown;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PaymentRequested;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** What booking tells, as far as it changes what a client must hear. */
@Component
class BookingEventConsumer implements EventConsumer<BookingEvent> {

    private static final String GUEST = "gst_";

    private final MessageSchedule schedule;
    private final TouchUpTriggers touchUps;
    private final NoticeTriggers notices;
    private final WaitlistTriggers waitlist;
    private final CourseTriggers courses;

    BookingEventConsumer(
            MessageSchedule schedule,
            TouchUpTriggers touchUps,
            NoticeTriggers notices,
            WaitlistTriggers waitlist,
            CourseTriggers courses) {
        this.schedule = schedule;
        this.touchUps = touchUps;
        this.notices = notices;
        this.waitlist = waitlist;
        this.courses = courses;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        switch (event) {
            case AppointmentBooked it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.BOOKED, received);
            case AppointmentRescheduled it when looksTheSame(it.previous(), it.slot()) -> {}
            case AppointmentRescheduled it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.MOVED, received);
            case AppointmentCancelled it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.CANCELLED, received);
            case AppointmentNoShow it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.MISSED, received);
            case ClientCheckedIn it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case CheckInUndone it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.EXPECTED, received);
            case AppointmentExtended it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentStarted it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentStartUndone it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentCompleted it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentReinstated it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentInConflict it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case OfWaitlistEntry it -> waitlist.on(it, received.time());
            case OfHeldCourse it -> courses.on(it, received);
            case CourseBooked it -> courses.booked(it.courseId());
            case ClientContactChanged it -> emailChanged(it, received);
            case EmailConfirmationRequested it ->
                confirmEmail(it.clientId(), it.homeClinicId(), it.contactVersion(), received);
            case ClientEmailConfirmed it ->
                schedule.find(it.subject())
                        .map(EmailConfirmationTrigger.class::cast)
                        .ifPresent(known -> schedule.follow(known.over()));
            case SlotsOffered it -> touchUps.offered(it, received.time());
            case BookingEvent.ClientErased _,
                    BookingEvent.OfErasure _,
                    ClientRegistered _,
                    ClientMerged _,
                    ClientUnmerged _,
                    SlotHeld _,
                    SlotReleased _,
                    NoShowFeeWaived _,
                    AppointmentConflictFound _,
                    AppointmentConflictResolved _,
                    OfEnquiry _,
                    OfTask _,
                    BookingEvent.OfPastAppointment _,
                    OfPrepaid _,
                    PaymentRequested _,
                    PaymentReassigned _,
                    PaymentRefundRequested _,
                    PaymentRefundUnknown _,
                    PaymentRefundFailed _,
                    PaymentCaptured _,
                    PaymentDeclined _,
                    PaymentRefunded _ -> {}
        }
    }

    private void emailChanged(ClientContactChanged it, ReceivedEvent received) {
        if (Boolean.TRUE.equals(it.emailChanged())
                && !received.actor().startsWith(GUEST)
                && it.homeClinicId() instanceof ClinicId home) {
            confirmEmail(it.clientId(), home, it.contactVersion(), received);
        }
    }

    private void confirmEmail(ClientId client, ClinicId home, long contactVersion, ReceivedEvent received) {
        schedule.follow(new EmailConfirmationTrigger(client, home, contactVersion, received.time(), false));
    }

    /** A chair is the clinic's own matter: no letter names it. */
    private static boolean looksTheSame(AppointmentSlot before, AppointmentSlot now) {
        return before.startsAt().equals(now.startsAt())
                && before.endsAt().equals(now.endsAt())
                && before.localStart().equals(now.localStart())
                && before.clinicId().equals(now.clinicId())
                && before.practitionerId().equals(now.practitionerId())
                && before.serviceCode().equals(now.serviceCode());
    }

    private void follow(
            AppointmentId id,
            ClientId client,
            AppointmentSlot slot,
            AppointmentTrigger.State state,
            ReceivedEvent received) {
        boolean byClient =
                received.actor().equals(client.value()) || received.actor().startsWith(GUEST);
        AppointmentTrigger appointment =
                new AppointmentTrigger(id, received.version(), client, slot, state, received.time(), byClient);
        schedule.follow(appointment);
        if (!appointment.isToCome()) {
            notices.over(id);
        }
    }
}
