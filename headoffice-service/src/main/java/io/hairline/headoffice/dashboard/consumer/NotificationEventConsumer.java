package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.notification.MessageContext;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.notification.NotificationEvent.MessageDeferred;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageExpired;
import io.hairline.contracts.notification.NotificationEvent.MessageFailed;
import io.hairline.contracts.notification.NotificationEvent.MessageOutcomeUnknown;
import io.hairline.contracts.notification.NotificationEvent.MessagePlanned;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.contracts.notification.NotificationEvent.MessageSuperseded;
import io.hairline.contracts.notification.NotificationEvent.MessageSuppressed;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.dashboard.projection.Fact.Message;
import io.hairline.headoffice.dashboard.projection.Fact.MessageEnded;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What messages mean to the dashboard: that they left, and that none of them was about what was no longer so. */
@Component
class NotificationEventConsumer implements EventConsumer<NotificationEvent> {

    private final FactBuffer facts;
    private final ClinicDirectory clinics;

    NotificationEventConsumer(FactBuffer facts, ClinicDirectory clinics) {
        this.facts = facts;
        this.clinics = clinics;
    }

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, ReceivedEvent received) {
        switch (event) {
            case MessagePlanned it -> addFact(it.about(), received, false, it.plannedFor());
            case MessageDeferred it -> addFact(it.about(), received, false, it.plannedFor());
            case MessageSent it -> addFact(it.about(), received, true, it.sentAt());
            case MessageDelivered it -> ended(it.about(), received, it.deliveredAt(), false);
            case MessageFailed it -> ended(it.about(), received, received.time(), true);
            case MessageOutcomeUnknown it -> ended(it.about(), received, received.time(), true);
            case NotificationEvent.ClientDataErased _, MessageSuperseded _, MessageSuppressed _, MessageExpired _ -> {}
        }
    }

    private void ended(MessageContext about, ReceivedEvent received, Instant at, boolean failed) {
        ClinicId clinic = about.clinicId();
        facts.add(
                about.clientId(),
                new MessageEnded(
                        received.subject(),
                        received.version(),
                        at,
                        failed,
                        clinic,
                        clinic == null ? null : clinics.dayIn(clinic, at),
                        about.appointmentId()));
    }

    private void addFact(MessageContext about, ReceivedEvent received, boolean sent, Instant moment) {
        ClinicId clinic = about.clinicId();
        facts.add(
                about.clientId(),
                new Message(
                        received.subject(),
                        received.version(),
                        received.time(),
                        sent,
                        moment,
                        clinic,
                        clinic == null ? null : clinics.dayIn(clinic, moment),
                        about.appointmentId(),
                        about.appointmentVersion()));
    }
}
