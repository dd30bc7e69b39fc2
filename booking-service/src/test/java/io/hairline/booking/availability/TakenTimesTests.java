package io.hairline.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.diary.ServiceNeed;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.kit.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;

class TakenTimesTests {

    private static final ServiceNeed NEED = new ServiceNeed(60, 15, 15, 0);

    private final ChairId chair = new ChairId(Ids.next(ChairId.PREFIX));
    private final PractitionerId own = new PractitionerId(Ids.next(PractitionerId.PREFIX));
    private final ClientId client = new ClientId(Ids.next(ClientId.PREFIX));

    private static Occupancy taken(
            ChairId chair, @Nullable DeviceId device, PractitionerId practitioner, @Nullable ClientId client) {
        return Occupancy.by(NEED, chair, device, practitioner, client, Instant.parse("2027-03-01T10:00:00Z"));
    }

    private static ChairId otherChair() {
        return new ChairId(Ids.next(ChairId.PREFIX));
    }

    private static PractitionerId other() {
        return new PractitionerId(Ids.next(PractitionerId.PREFIX));
    }

    private List<Occupancy> concerning(Occupancy... taken) {
        Clinic clinic = new Clinic(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                "X",
                "X",
                new RegionId(Ids.next(RegionId.PREFIX)),
                "XX",
                "UTC",
                "EUR",
                new GeoJsonPoint(0, 0),
                List.of(),
                List.of(),
                List.of(chair),
                null,
                null,
                null,
                null);
        Practitioner practitioner = new Practitioner(own, "", List.of(), Map.of(), List.of(), List.of(), Map.of());
        return new TakenTimes(List.of(taken), client, 2).concerning(clinic, List.of(practitioner));
    }

    @Test
    void concernTheClinicByItsChairsItsPeopleTheClientAndItsDevices() {
        Occupancy ownElsewhere = taken(otherChair(), null, own, null);
        Occupancy guestHere = taken(chair, null, other(), null);
        Occupancy clientElsewhere = taken(otherChair(), null, other(), client);
        Occupancy device = taken(otherChair(), new DeviceId(Ids.next(DeviceId.PREFIX)), other(), null);

        assertThat(concerning(ownElsewhere, guestHere, clientElsewhere, device))
                .containsExactlyInAnyOrder(ownElsewhere, guestHere, clientElsewhere, device);
    }

    @Test
    void leaveOutWhatIsElsewhereWithOthers() {
        assertThat(concerning(taken(otherChair(), null, other(), null))).isEmpty();
    }
}
