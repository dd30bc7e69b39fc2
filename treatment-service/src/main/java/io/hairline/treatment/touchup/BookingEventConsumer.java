package io.hairline.treatment.touchup;

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
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.OfClient;
import io.hairline.contracts.booking.BookingEvent.OfEnquiry;
import io.hairline.contracts.booking.BookingEvent.OfPayment;
import io.hairline.contracts.booking.BookingEvent.OfPrepaid;
import io.hairline.contracts.booking.BookingEvent.OfTask;
import io.hairline.contracts.booking.BookingEvent.OfWaitlistEntry;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.treatment.referencedata.Appointment;
import org.springframework.stereotype.Component;

@Component("touchUpsHearBooking")
class BookingEventConsumer implements EventConsumer<BookingEvent> {

    private static final String CONSULTATION = "CONSULTATION";

    private final TouchUpPlanning touchingUp;

    BookingEventConsumer(TouchUpPlanning touchingUp) {
        this.touchingUp = touchingUp;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        switch (event) {
            case AppointmentBooked it
            when it.slot().serviceCode().equals(Appointment.TOUCH_UP) ->
                touchingUp.book(it.clientId(), it.appointmentId(), it.slot().clinicId());
            case AppointmentRescheduled it ->
                touchingUp.move(it.appointmentId(), it.slot().clinicId());
            case AppointmentCancelled it -> touchingUp.reopen(it.appointmentId(), "CANCELLED");
            case AppointmentCompleted it
            when it.slot().serviceCode().equals(CONSULTATION) -> touchingUp.lookAt(it.clientId());
            case AppointmentNoShow it -> touchingUp.reopen(it.appointmentId(), "NO_SHOW");
            case AppointmentBooked _,
                    SlotHeld _,
                    SlotReleased _,
                    ClientCheckedIn _,
                    CheckInUndone _,
                    AppointmentStarted _,
                    AppointmentStartUndone _,
                    AppointmentExtended _,
                    NoShowFeeWaived _,
                    AppointmentCompleted _,
                    AppointmentReinstated _,
                    AppointmentInConflict _,
                    AppointmentConflictFound _,
                    AppointmentConflictResolved _,
                    OfClient _,
                    OfTask _,
                    BookingEvent.OfPastAppointment _,
                    OfPrepaid _,
                    OfWaitlistEntry _,
                    CourseBooked _,
                    BookingEvent.OfHeldCourse _,
                    OfPayment _,
                    SlotsOffered _,
                    BookingEvent.OfErasure _,
                    OfEnquiry _ -> {}
        }
    }
}
