package io.hairline.booking.appointment.merge;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.conflict.AppointmentConflict;
import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * When records are merged, the merged client's appointments take the surviving client's time, so that the diary's unique
 * index holds for the person. Who booked them stays stored, so the undoing is exact.
 */
@Component
class MergedAppointments implements ClientFollowUp, DueWorkHandler {

    private static final String KIND = "merged-appointments";
    /** Longer than any instance books for the merged client as if nothing had been merged. */
    private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(2);

    private final Appointments appointments;
    private final DiaryWriter diary;
    private final MergedIds mergedClients;
    private final DueWork dueWork;
    private final Clock clock;

    MergedAppointments(
            Appointments appointments, DiaryWriter diary, MergedIds mergedClients, DueWork dueWork, Clock clock) {
        this.appointments = appointments;
        this.diary = diary;
        this.mergedClients = mergedClients;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Two appointments that one person can't both have. */
    record Pair(AppointmentId first, AppointmentId second) {}

    @Override
    public void beforeMerge(Client merged, Client survivor) {
        List<Pair> pairs = overlapping(merged.id(), survivor.id());
        if (!pairs.isEmpty()) {
            throw Refusal.state(
                            "overlapping-appointments",
                            "They have appointments at the same time. Move or cancel one of each pair first.")
                    .with("pairs", pairs);
        }
        appointments.claimFor(survivor.id(), merged.id(), List.of());
        dueWork.at(
                clock.instant().plus(UNTIL_ALL_KNOW), KIND, merged.id() + "|" + survivor.id() + "|" + merged.version());
    }

    private List<Pair> overlapping(ClientId merged, ClientId survivor) {
        List<Pair> pairs = new ArrayList<>();
        List<Appointment> theirs = active(survivor);
        for (Appointment one : active(merged)) {
            theirs.stream()
                    .filter(it -> it.slot().startsAt().isBefore(one.slot().endsAt())
                            && it.slot().endsAt().isAfter(one.slot().startsAt()))
                    .forEach(it -> pairs.add(new Pair(one.id(), it.id())));
        }
        return pairs;
    }

    private List<Appointment> active(ClientId id) {
        return appointments.storedUnder(id).stream()
                .filter(it -> it.claims() != null && !it.isLapsed(clock.instant()))
                .toList();
    }

    @Override
    public void afterUnmerge(Client unmerged) {
        appointments.claimFor(unmerged.id(), unmerged.id(), List.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * A booking may have been on its way in the moment of the merge; the subject names both clients. If the person is busy
     * at that time, the desk has a conflict to settle.
     */
    @Override
    public void run(DueItem item) {
        List<String> words = List.of(item.subject().split("\\|", 3));
        ClientId merged = new ClientId(words.get(0));
        ClientId survivor = new ClientId(words.get(1));
        if (mergedClients.survivor(merged).equals(survivor)) {
            List<AppointmentId> doubled = overlapping(merged, survivor).stream()
                    .map(Pair::first)
                    .distinct()
                    .toList();
            doubled.forEach(
                    id -> diary.change(id, it -> AppointmentConflict.of(it).withPlans("CLIENT_BUSY")));
            appointments.claimFor(survivor, merged, doubled);
        }
    }
}
