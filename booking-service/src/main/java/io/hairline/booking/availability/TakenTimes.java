package io.hairline.booking.availability;

import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PractitionerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was read as taken for several clinics together, sorted out once for each of them. */
final class TakenTimes {

    private final List<Occupancy> all;
    private final boolean sorted;
    private final Map<ChairId, List<Occupancy>> byChair = new HashMap<>();
    private final Map<PractitionerId, List<Occupancy>> byPractitioner = new HashMap<>();
    /** Of the client, or with a device, whose chair may be none of the clinic's any more. */
    private final List<Occupancy> everywhere = new ArrayList<>();

    /** @param clinics for how many it is asked; for one there is nothing to sort out */
    TakenTimes(List<Occupancy> taken, @Nullable ClientId client, int clinics) {
        all = taken;
        sorted = clinics > 1;
        for (Occupancy it : sorted ? taken : List.<Occupancy>of()) {
            byChair.computeIfAbsent(it.chairId(), _ -> new ArrayList<>()).add(it);
            byPractitioner
                    .computeIfAbsent(it.practitionerId(), _ -> new ArrayList<>())
                    .add(it);
            if (it.deviceId() != null || (client != null && client.equals(it.clientId()))) {
                everywhere.add(it);
            }
        }
    }

    /** At least what takes a chair or device of the clinic, one of these practitioners, or the client; some may come twice. */
    List<Occupancy> concerning(Clinic clinic, List<Practitioner> practitioners) {
        if (!sorted) {
            return all;
        }
        Set<PractitionerId> here = new HashSet<>();
        List<Occupancy> found = new ArrayList<>(everywhere);
        for (Practitioner it : practitioners) {
            here.add(it.id());
            found.addAll(byPractitioner.getOrDefault(it.id(), List.of()));
        }
        for (ChairId chair : clinic.chairs()) {
            byChair.getOrDefault(chair, List.of()).stream()
                    .filter(it -> !here.contains(it.practitionerId()))
                    .forEach(found::add);
        }
        return found;
    }
}
