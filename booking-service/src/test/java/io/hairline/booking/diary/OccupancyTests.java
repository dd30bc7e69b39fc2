package io.hairline.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccupancyTests {

    private static final Instant TEN = Instant.parse("2027-03-02T10:00:00Z");

    private final ChairId chair = new ChairId(Ids.next(ChairId.PREFIX));
    private final PractitionerId practitioner = new PractitionerId(Ids.next(PractitionerId.PREFIX));
    private final ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
    private final ServiceNeed durations = new ServiceNeed(120, 30, 15, 45);

    @Test
    void claimsTheChairWithPreparationAndCleaningThePractitionerWithMoreAndTheClientForTheirOwnTime() {
        Occupancy occupancy = Occupancy.by(durations, chair, practitioner, client, TEN);

        assertThat(occupancy.chairFrom()).isEqualTo("2027-03-02T09:30:00Z");
        assertThat(occupancy.chairUntil()).isEqualTo("2027-03-02T12:15:00Z");
        assertThat(occupancy.practitionerUntil()).isEqualTo("2027-03-02T12:45:00Z");
        assertThat(occupancy.endsAt()).isEqualTo("2027-03-02T12:00:00Z");
        assertThat(occupancy.claims()).doesNotHaveDuplicates().hasSize(11 + 11 + 8);
        assertThat(occupancy.claims().stream().filter(Occupancy::isClients)).hasSize(8);
    }

    @Test
    void claimsNoClientWhereThereIsNone() {
        Occupancy occupancy = Occupancy.by(durations, chair, practitioner, null, TEN);

        assertThat(occupancy.claims()).hasSize(22).noneMatch(Occupancy::isClients);
        assertThat(occupancy.with(client)).isEqualTo(Occupancy.by(durations, chair, practitioner, client, TEN));
    }

    @Test
    void sharesAClaimWithTheNextOneUnlessOneEndsBeforeTheOtherBegins() {
        Occupancy first = Occupancy.by(durations, chair, practitioner, client, TEN);

        Occupancy touching = Occupancy.by(durations, chair, practitioner, client, TEN.plusSeconds(165 * 60));
        Occupancy overlapping = Occupancy.by(durations, chair, practitioner, client, TEN.plusSeconds(150 * 60));

        assertThat(Collections.disjoint(first.claims(), touching.claims())).isTrue();
        assertThat(Collections.disjoint(first.claims(), overlapping.claims())).isFalse();
    }

    @Test
    void keepsChairsPractitionersAndClientsApartEvenWithTheSameLetters() {
        String ulid = chair.value().substring(4);
        Occupancy occupancy = Occupancy.by(
                new ServiceNeed(30, 0, 0, 0),
                chair,
                new PractitionerId("prc_" + ulid),
                new ClientId("cli_" + ulid),
                TEN);

        assertThat(occupancy.claims()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void takesItsDeviceForAsLongAsItsChair() {
        DeviceId device = new DeviceId(Ids.next(DeviceId.PREFIX));
        Occupancy occupancy = Occupancy.by(durations, chair, device, practitioner, client, TEN);

        List<String> ofChair = occupancy.claims().stream()
                .filter(it -> it.charAt(0) == 'c')
                .map(it -> it.substring(27))
                .toList();
        assertThat(occupancy.claims().stream().filter(it -> it.charAt(0) == 'd').map(it -> it.substring(27)))
                .containsExactlyElementsOf(ofChair)
                .hasSize(11);
        assertThat(occupancy.longerBy(Duration.ofMinutes(15)).claims().stream().filter(it -> it.charAt(0) == 'd'))
                .hasSize(12);
        assertThat(occupancy.with(client).deviceId()).isEqualTo(device);
    }
}
