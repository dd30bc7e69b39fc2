package io.hairline.booking.appointment;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.KeptData;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Erases what people wrote about an erased client's appointments; times and places without a name stay. */
@Component
class AppointmentErasure implements ClientFollowUp {

    private final Appointments appointments;
    private final ReasonNotes notes;
    private final Clock clock;

    AppointmentErasure(Appointments appointments, ReasonNotes notes, Clock clock) {
        this.appointments = appointments;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public Erased onErasure(Client client) {
        List<Appointment> all = appointments.storedUnder(client.id());
        List<AppointmentId> open = all.stream()
                .filter(it -> it.claims() != null && !it.isLapsed(clock.instant()))
                .map(Appointment::id)
                .toList();
        if (!open.isEmpty()) {
            throw Refusal.state(
                            "erasure-not-yet",
                            "The client still has appointments. Cancel them, or wait until they are over.")
                    .with("appointments", open);
        }
        long words = notes.erase(client.aggregateId());
        for (Appointment it : all) {
            words += notes.erase(it.aggregateId());
        }
        List<KeptData> kept = all.isEmpty() ? List.of() : List.of(new KeptData("APPOINTMENTS", "NAMELESS", null));
        return new Erased(words == 0 ? List.of() : List.of("REASONS"), kept, List.of());
    }
}
