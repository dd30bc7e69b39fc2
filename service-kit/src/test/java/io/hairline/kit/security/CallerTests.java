package io.hairline.kit.security;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.FRONT_DESK;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.PRACTITIONER;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTests {

    private static final RegionId NORTH = new RegionId(Ids.next(RegionId.PREFIX));
    private static final RegionId SOUTH = new RegionId(Ids.next(RegionId.PREFIX));
    private static final ClinicId OWN = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final ClinicId NEXT_DOOR = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final ClinicId FAR = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final ClinicId UNHEARD_OF = new ClinicId(Ids.next(ClinicId.PREFIX));

    private static Caller with(Assignment... assignments) {
        return new Caller("per_1", List.of(assignments), CallerTests::regionOf);
    }

    private static Optional<RegionId> regionOf(ClinicId clinic) {
        if (clinic.equals(OWN) || clinic.equals(NEXT_DOOR)) {
            return Optional.of(NORTH);
        }
        return clinic.equals(FAR) ? Optional.of(SOUTH) : Optional.empty();
    }

    private static Assignment assigned(Role role, @Nullable RegionId region, @Nullable ClinicId clinic) {
        return new Assignment(role, region, clinic, null);
    }

    @Test
    void isOneOfTheDiaryWhereTheyTreatAlone() {
        PractitionerId kim = new PractitionerId(Ids.next(PractitionerId.PREFIX));
        Caller caller = with(
                assigned(CLINIC_MANAGER, null, OWN),
                new Assignment(PRACTITIONER, null, OWN, kim),
                assigned(FRONT_DESK, null, NEXT_DOOR));

        assertThat(caller.practitionerIn(OWN)).isEqualTo(kim);
        assertThat(caller.practitionerIn(NEXT_DOOR)).isNull();
        assertThat(caller.practitionerIn(FAR)).isNull();
    }

    @Test
    void reachesEveryClinicFromHeadOffice() {
        Caller caller = with(assigned(HEAD_OFFICE, null, null));

        assertThat(List.of(OWN, NEXT_DOOR, FAR, UNHEARD_OF)).allMatch(it -> caller.mayIn(it, HEAD_OFFICE));
    }

    @Test
    void reachesTheClinicsOfOnesRegionAndNoOther() {
        Caller caller = with(assigned(REGION_MANAGER, NORTH, null));

        assertThat(List.of(OWN, NEXT_DOOR)).allMatch(it -> caller.mayIn(it, REGION_MANAGER));
        assertThat(List.of(FAR, UNHEARD_OF)).noneMatch(it -> caller.mayIn(it, REGION_MANAGER));
    }

    @Test
    void reachesNothingAsManagerOfARegionThatIsNotSaid() {
        assertThat(with(assigned(REGION_MANAGER, null, null)).mayIn(UNHEARD_OF, REGION_MANAGER))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLINIC_MANAGER", "FRONT_DESK", "PRACTITIONER"})
    void reachesOnesOwnClinicAndNotTheOneNextDoor(Role role) {
        Caller caller = with(assigned(role, null, OWN));

        assertThat(caller.mayIn(OWN, role)).isTrue();
        assertThat(caller.mayIn(NEXT_DOOR, role)).isFalse();
    }

    @Test
    void takesEachRoleOnlyWhereItHolds() {
        Caller caller = with(assigned(CLINIC_MANAGER, null, OWN), assigned(FRONT_DESK, null, FAR));

        assertThat(caller.mayIn(FAR, CLINIC_MANAGER)).isFalse();
        assertThat(caller.mayIn(FAR, CLINIC_MANAGER, FRONT_DESK)).isTrue();
        assertThat(caller.ownClinics()).containsExactlyInAnyOrder(OWN, FAR);
    }

    @Test
    void refusesAWrongRoleAsForbiddenAndAClinicOutOfReachAsUnknown() {
        Caller desk = with(assigned(FRONT_DESK, null, OWN));

        assertThat(refusal(() -> desk.requireIn(OWN, PRACTITIONER))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(refusal(() -> desk.requireIn(FAR, FRONT_DESK))).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refusal(() -> desk.require(HEAD_OFFICE, PRACTITIONER))).isEqualTo(Refusal.Kind.FORBIDDEN);
        desk.requireIn(OWN, FRONT_DESK, PRACTITIONER);
    }

    private static Refusal.Kind refusal(Runnable work) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(work::run)
                .actual()
                .kind();
    }

    @Test
    void tellsStaffClientsAndVisitorsApart() {
        String client = Ids.next(ClientId.PREFIX);

        assertThat(with(assigned(FRONT_DESK, null, OWN)))
                .matches(it -> it.isStaff() && !it.isClient() && !it.isGuest() && it.clientId() == null);
        assertThat(new Caller(client, List.of(), CallerTests::regionOf))
                .matches(it -> it.isClient() && !it.isStaff() && !it.isGuest())
                .matches(it -> new ClientId(client).equals(it.clientId()));
        assertThat(new Caller("gst_1", List.of(), CallerTests::regionOf))
                .matches(it -> it.isGuest() && !it.isStaff() && !it.isClient());
    }
}
