package io.hairline.booking.diary;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.Ids;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class OccupiedTests {

    private static final Instant TEN = Instant.parse("2027-03-02T10:00:00Z");

    private final ChairId chair = new ChairId(Ids.next(ChairId.PREFIX));
    private final PractitionerId practitioner = new PractitionerId(Ids.next(PractitionerId.PREFIX));
    private final ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
    private final Need need = new Need(120, 30, 15, 45);

    @Test
    void claimsTheChairWithPreparationAndCleaningThePractitionerWithMoreAndTheClientForHerOwnTime() {
        Occupied occupied = Occupied.by(need, chair, practitioner, client, TEN);

        assertThat(occupied.chairFrom()).isEqualTo("2027-03-02T09:30:00Z");
        assertThat(occupied.chairUntil()).isEqualTo("2027-03-02T12:15:00Z");
        assertThat(occupied.practitionerUntil()).isEqualTo("2027-03-02T12:45:00Z");
        assertThat(occupied.endsAt()).isEqualTo("2027-03-02T12:00:00Z");
        assertThat(occupied.claims()).doesNotHaveDuplicates().hasSize(11 + 11 + 8);
        assertThat(occupied.claims().stream().filter(Occupied::isClients)).hasSize(8);
    }

    @Test
    void claimsNoClientWhereThereIsNone() {
        Occupied occupied = Occupied.by(need, chair, practitioner, null, TEN);

        assertThat(occupied.claims()).hasSize(22).noneMatch(Occupied::isClients);
        assertThat(occupied.with(client)).isEqualTo(Occupied.by(need, chair, practitioner, client, TEN));
    }

    @Test
    void sharesAClaimWithTheNextOneUnlessOneEndsBeforeTheOtherBegins() {
        Occupied first = Occupied.by(need, chair, practitioner, client, TEN);

        Occupied touching = Occupied.by(need, chair, practitioner, client, TEN.plusSeconds(165 * 60));
        Occupied overlapping = Occupied.by(need, chair, practitioner, client, TEN.plusSeconds(150 * 60));

        assertThat(Collections.disjoint(first.claims(), touching.claims())).isTrue();
        assertThat(Collections.disjoint(first.claims(), overlapping.claims())).isFalse();
    }

    @Test
    void keepsChairsPractitionersAndClientsApartEvenWithTheSameLetters() {
        String ulid = chair.value().substring(4);
        Occupied occupied = Occupied.by(
                new Need(30, 0, 0, 0), chair, new PractitionerId("prc_" + ulid), new ClientId("cli_" + ulid), TEN);

        assertThat(occupied.claims()).hasSize(6).doesNotHaveDuplicates();
    }
}
