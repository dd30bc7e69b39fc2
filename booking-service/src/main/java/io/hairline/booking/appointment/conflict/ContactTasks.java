package io.hairline.booking.appointment.conflict;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.booking.client.Clients;
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
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Opens a task when a message can't reach its client, one for each client, and closes it when the contact is corrected. */
@Component
class ContactTasks implements EventConsumer<NotificationEvent>, ClientFollowUp {

    /** What failed longer ago is of no use to the desk: a service that reads all of history opens no tasks for it. */
    private static final Duration HISTORY = Duration.ofDays(14);

    private final Tasks tasks;
    private final Clients clients;
    private final EventLog eventLog;
    private final Clock clock;

    ContactTasks(Tasks tasks, Clients clients, EventLog eventLog, Clock clock) {
        this.tasks = tasks;
        this.clients = clients;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    public Class<NotificationEvent> hears() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, ReceivedEvent received) {
        switch (event) {
            case MessageFailed _ when received.time().plus(HISTORY).isBefore(clock.instant()) -> {}
            case MessageFailed it -> failed(it.about(), it.reasonCode());
            case NotificationEvent.ClientDataErased _,
                    MessagePlanned _,
                    MessageDeferred _,
                    MessageSuperseded _,
                    MessageSuppressed _,
                    MessageSent _,
                    MessageDelivered _,
                    MessageOutcomeUnknown _,
                    MessageExpired _ -> {}
        }
    }

    private void failed(MessageContext about, String reasonCode) {
        if (clients.find(about.clientId()).isEmpty()
                || !tasks.openFor(about.clientId(), Task.Kind.MESSAGE_FAILED).isEmpty()) {
            return;
        }
        ClinicId clinic = Objects.requireNonNullElseGet(
                about.clinicId(), () -> clients.require(about.clientId()).homeClinicId());
        eventLog.record(
                Task.class,
                () -> Task.correctContact(
                        clinic, about.clientId(), about.appointmentId(), reasonCode, clock.instant()));
    }

    @Override
    public Erased onErasure(Client client) {
        List<Change<?>> ended = tasks.openFor(client.id(), Task.Kind.MESSAGE_FAILED).stream()
                .filter(it -> client.id().equals(it.clientId()))
                .<Change<?>>map(it -> it.done("CLIENT_ERASED", clock.instant()))
                .toList();
        return new Erased(List.of(), List.of(), ended);
    }

    @Override
    public List<Change<?>> afterCorrection(Client before, Client corrected) {
        return before.contactTokens().equals(corrected.contactTokens())
                ? List.of()
                : tasks.openFor(corrected.id(), Task.Kind.MESSAGE_FAILED).stream()
                        .<Change<?>>map(it -> it.done("CONTACT_CORRECTED", clock.instant()))
                        .toList();
    }
}
