package io.hairline.booking.diary;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.PractitionerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine: where in some days of one clinic an appointment of a given need fits, from rules and what is taken.
 * Listing slots and booking one ask it the same question.
 */
public final class AvailabilityEngine {

    private final Clinic clinic;
    private final ServiceNeed need;
    private final DiaryWindow window;
    private final boolean anyHour;
    private final CellSet open;
    private final long earliest;
    private final CellSet starts;
    private final Map<ChairId, CellSet> chairStarts = new HashMap<>();
    private final Map<DeviceId, CellSet> deviceStarts = new LinkedHashMap<>();
    private final Map<PractitionerId, CellSet> practitionerTaken = new HashMap<>();

    /**
     * Prepares a clinic's days.
     *
     * @param taken all that takes time of its chairs and devices, of the practitioners and the client, in {@code window}
     * @param earliest no start before it
     * @param latest no start after it
     */
    public AvailabilityEngine(
            Clinic clinic,
            ServiceNeed need,
            DiaryWindow window,
            List<Occupancy> taken,
            @Nullable ClientId client,
            Instant earliest,
            Instant latest) {
        this(clinic, need, window, taken, client, earliest, latest, false);
    }

    private AvailabilityEngine(
            Clinic clinic,
            ServiceNeed need,
            DiaryWindow window,
            List<Occupancy> taken,
            @Nullable ClientId client,
            Instant earliest,
            Instant latest,
            boolean anyHour) {
        this.clinic = clinic;
        this.need = need;
        this.window = window;
        this.anyHour = anyHour;
        this.open = anyHour ? window.all() : window.open(clinic);
        this.earliest = Cells.of(earliest.minusMillis(1)) + 1;
        this.starts = window.starts()
                .retainAll(open.copy().startsOfRuns(time()))
                .remove(0, this.earliest)
                .remove(Cells.of(latest) + 1, Long.MAX_VALUE / 2);
        occupy(taken, client);
    }

    /** Neither opening hours nor shifts count: only what is taken. */
    public static AvailabilityEngine atAnyHour(
            Clinic clinic, ServiceNeed need, DiaryWindow window, List<Occupancy> taken) {
        return new AvailabilityEngine(clinic, need, window, taken, null, Instant.EPOCH, Instant.MAX, true);
    }

    private CellSet working(Practitioner practitioner) {
        return anyHour ? window.all() : window.working(practitioner, clinic);
    }

    private int time() {
        return Cells.count(need.minutes());
    }

    private void occupy(List<Occupancy> taken, @Nullable ClientId client) {
        Map<ChairId, CellSet> chairs = new HashMap<>();
        clinic.chairs().forEach(it -> chairs.put(it, window.all()));
        Map<DeviceId, CellSet> devices = new LinkedHashMap<>();
        fittingDevices().forEach(it -> devices.put(it, window.all()));
        CellSet clientFree = window.all();
        for (Occupancy it : taken) {
            CellSet chair = chairs.get(it.chairId());
            if (chair != null) {
                chair.remove(Cells.of(it.chairFrom()), Cells.of(it.chairUntil()));
            }
            CellSet device = it.deviceId() == null ? null : devices.get(it.deviceId());
            if (device != null) {
                device.remove(Cells.of(it.chairFrom()), Cells.of(it.chairUntil()));
            }
            practitionerTaken
                    .computeIfAbsent(it.practitionerId(), _ -> window.all())
                    .remove(Cells.of(it.startsAt()), Cells.of(it.practitionerUntil()));
            if (client != null && client.equals(it.clientId())) {
                clientFree.remove(Cells.of(it.startsAt()), Cells.of(it.endsAt()));
            }
        }
        int before = Cells.count(need.preparation());
        int whole = before + time() + Cells.count(need.cleaning());
        chairs.forEach(
                (id, free) -> chairStarts.put(id, free.startsOfRuns(whole).delayed(before)));
        devices.forEach(
                (id, free) -> deviceStarts.put(id, free.startsOfRuns(whole).delayed(before)));
        starts.retainAll(clientFree.startsOfRuns(time()));
    }

    private List<DeviceId> fittingDevices() {
        return need.deviceKind() == null ? List.of() : clinic.devicesOf(need.deviceKind());
    }

    /** Every cell in which this practitioner is there and nobody has them. */
    public CellSet freeTime(Practitioner practitioner) {
        CellSet free = working(practitioner);
        CellSet taken = practitionerTaken.get(practitioner.id());
        return taken == null ? free : free.retainAll(taken);
    }

    /** Every start with this practitioner for which there is a chair, and a device if the service needs one. */
    public CellSet startsWith(Practitioner practitioner) {
        return startsIn(freeTime(practitioner));
    }

    /** The same for a practitioner whose free time is known; it stays as it is. */
    public CellSet startsWithin(CellSet freeTime) {
        return startsIn(freeTime.copy());
    }

    private CellSet startsIn(CellSet freeTime) {
        CellSet possible =
                freeTime.startsOfRuns(practitionerTime()).retainAll(starts).retainAll(anyOf(chairStarts));
        return need.deviceKind() == null ? possible : possible.retainAll(anyOf(deviceStarts));
    }

    private int practitionerTime() {
        return time() + Cells.count(need.practitionerExtra());
    }

    /**
     * How many minutes of a practitioner's free time an appointment would leave unusable: those right before and right after it
     * that are too short for another one of the same service. What lies before the earliest start is lost anyway.
     *
     * @param cell where it starts
     */
    public int unusableMinutes(CellSet freeTime, long cell) {
        int needed = practitionerTime();
        int before = 0;
        while (before < needed && isUsable(freeTime, cell - before - 1)) {
            before++;
        }
        int after = 0;
        while (after < needed && isUsable(freeTime, cell + needed + after)) {
            after++;
        }
        return Cells.MINUTES * (before % needed + after % needed);
    }

    private boolean isUsable(CellSet freeTime, long cell) {
        return cell >= earliest && freeTime.has(cell) && open.has(cell);
    }

    private CellSet anyOf(Map<?, CellSet> resources) {
        CellSet any = window.none();
        resources.values().forEach(any::addAll);
        return any;
    }

    /** The chairs in which an appointment can start at this cell, in the clinic's own order. */
    public List<ChairId> chairsAt(long cell) {
        List<ChairId> free = new ArrayList<>();
        for (ChairId chair : clinic.chairs()) {
            CellSet starts = chairStarts.get(chair);
            if (starts != null && starts.has(cell)) {
                free.add(chair);
            }
        }
        return free;
    }

    /** The chair for this practitioner: free ones are dealt out, so that those who book at once don't all want the first. */
    public Optional<ChairId> chairAt(long cell, PractitionerId practitioner, @Nullable ChairId wanted) {
        List<ChairId> free = chairsAt(cell);
        if (wanted != null || free.isEmpty()) {
            return free.stream().filter(it -> it.equals(wanted)).findFirst();
        }
        return Optional.of(free.get(Math.floorMod(practitioner.hashCode(), free.size())));
    }

    /** The device for this practitioner, dealt out like chairs; empty if none that fits is free, or none is needed. */
    public Optional<DeviceId> deviceAt(long cell, PractitionerId practitioner) {
        List<DeviceId> free = deviceStarts.entrySet().stream()
                .filter(it -> it.getValue().has(cell))
                .map(Map.Entry::getKey)
                .toList();
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(free.get(Math.floorMod(practitioner.hashCode(), free.size())));
    }

    public boolean isOpen(long cell) {
        return open.hasAll(cell, cell + time());
    }

    public boolean isWorking(Practitioner practitioner, long cell) {
        return working(practitioner).hasAll(cell, cell + practitionerTime());
    }
}
