package io.hairline.notification.schedule;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** What booking tells, as far as it changes what she must hear. */
@Component
class BookingEventConsumer implements EventConsumer<BookingEvent> {

    private static final String GUEST = "gst_";

    private final MessageSchedule schedule;
    private final TouchUpTriggers touchUps;

    BookingEventConsumer(MessageSchedule schedule, TouchUpTriggers touchUps) {
        this.schedule = schedule;
        this.touchUps = touchUps;
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
            case AppointmentRescheduled it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.MOVED, received);
            case AppointmentCancelled it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.CANCELLED, received);
            case AppointmentNoShow it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.MISSED, received);
            case ClientCheckedIn it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentStarted it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentCompleted it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentReinstated it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case AppointmentInConflict it ->
                follow(it.appointmentId(), it.clientId(), it.slot(), AppointmentTrigger.State.OVER, received);
            case SlotsOffered it -> touchUps.offered(it, received.time());
            default -> {}
        }
    }

    private void follow(
            AppointmentId id,
            ClientId client,
            AppointmentSlot slot,
            AppointmentTrigger.State state,
            ReceivedEvent received) {
        boolean byHerself =
                received.actor().equals(client.value()) || received.actor().startsWith(GUEST);
        schedule.follow(
                new AppointmentTrigger(id, received.version(), client, slot, state, received.time(), byHerself));
    }
}
