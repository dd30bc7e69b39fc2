package io.hairline.booking.pastappointment;

import io.hairline.booking.client.Clients;
import io.hairline.booking.pastappointment.PastAppointment.Facts;
import io.hairline.booking.table.TableKind;
import io.hairline.booking.table.TableWriter;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PastAppointmentId;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records the appointments of a table, but those recorded already and those of clients who were erased since it was sent. */
@Component
class PastAppointmentWriter implements TableWriter<Facts> {

    private final PastAppointments pastAppointments;
    private final Clients clients;
    private final EventLog eventLog;
    private final Clock clock;

    PastAppointmentWriter(PastAppointments pastAppointments, Clients clients, EventLog eventLog, Clock clock) {
        this.pastAppointments = pastAppointments;
        this.clients = clients;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    public TableKind kind() {
        return TableKind.PAST_APPOINTMENTS;
    }

    @Override
    public Class<Facts> lineType() {
        return Facts.class;
    }

    @Override
    public void write(List<Facts> lines, String by) {
        Instant now = clock.instant();
        var _ = eventLog.recordAll(PastAppointment.class, () -> {
            Set<PastAppointmentId> there =
                    pastAppointments.recorded(lines.stream().map(Facts::id).toList());
            Set<ClientId> erased =
                    clients.erased(lines.stream().map(Facts::clientId).collect(Collectors.toUnmodifiableSet()));
            return lines.stream()
                    .filter(it -> !there.contains(it.id()) && !erased.contains(it.clientId()))
                    .map(it -> PastAppointment.record(it, now, by))
                    .toList();
        });
    }
}
