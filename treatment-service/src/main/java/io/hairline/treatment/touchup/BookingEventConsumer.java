package io.hairline.treatment.touchup;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.treatment.referencedata.Appointment;
import org.springframework.stereotype.Component;

@Component("touchUpsHearBooking")
class BookingEventConsumer implements EventConsumer<BookingEvent> {

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
            case AppointmentNoShow it -> touchingUp.reopen(it.appointmentId(), "NO_SHOW");
            default -> {}
        }
    }
}
