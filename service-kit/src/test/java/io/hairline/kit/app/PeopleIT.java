package io.hairline.kit.app;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.FRONT_DESK;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleWithdrawn;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.security.RoleAssignments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@KitOnRealServers
class PeopleIT {

    @Autowired
    private RoleAssignments roleAssignments;

    @Autowired
    private Callers callers;

    private final PersonId person = new PersonId(Ids.next(PersonId.PREFIX));
    private final ClinicId clinic = new ClinicId(Ids.next(ClinicId.PREFIX));
    private final ClinicId other = new ClinicId(Ids.next(ClinicId.PREFIX));
    private final RegionId region = new RegionId(Ids.next(RegionId.PREFIX));

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private Caller caller() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(person.value(), "", List.of()));
        return callers.current();
    }

    private void hear(HeadOfficeEvent event) {
        roleAssignments.on(
                event,
                new ReceivedEvent(
                        "evt_1", "t", event.subject(), 1, Instant.EPOCH, null, "a", "c", new byte[0], Map.of()));
    }

    private void assign(Role role, @Nullable RegionId inRegion, @Nullable ClinicId inClinic) {
        hear(new RoleAssigned(person, role, inRegion, inClinic, null));
    }

    @Test
    void isNobodyWithoutAnAssignment() {
        assertThat(caller().isStaff()).isFalse();
        assertThat(caller().subject()).isEqualTo(person.value());
    }

    @Test
    void hasTheRolesThatHeadOfficeGaveOnceEach() {
        assign(FRONT_DESK, null, clinic);
        assign(FRONT_DESK, null, clinic);
        assign(CLINIC_MANAGER, null, other);

        assertThat(caller().assignments())
                .containsExactlyInAnyOrder(
                        new Assignment(FRONT_DESK, null, clinic, null),
                        new Assignment(CLINIC_MANAGER, null, other, null));
    }

    @Test
    void losesTheOneRoleThatIsWithdrawnWithinSeconds() {
        assign(FRONT_DESK, null, clinic);
        assign(FRONT_DESK, null, other);
        assertThat(caller().mayIn(clinic, FRONT_DESK)).isTrue();

        hear(new RoleWithdrawn(person, FRONT_DESK, null, clinic));

        await().atMost(Duration.ofSeconds(5)).until(() -> !caller().mayIn(clinic, FRONT_DESK));
        assertThat(caller().mayIn(other, FRONT_DESK)).isTrue();
    }

    @Test
    void knowsWhichClinicsAreInTheirRegion() {
        assign(REGION_MANAGER, region, null);
        hear(new ClinicOpened(
                clinic,
                "T1",
                "Clinic",
                region,
                new OwnerId(Ids.next(OwnerId.PREFIX)),
                "GB-LND",
                "Europe/London",
                "GBP",
                51.5,
                -0.12,
                List.of(),
                null,
                null));

        assertThat(caller().mayIn(clinic, REGION_MANAGER)).isTrue();
        assertThat(caller().mayIn(other, REGION_MANAGER)).isFalse();
    }

    @Test
    void saysSoWhenAnOpenOperationAsksForItsCaller() {
        assertThatIllegalStateException().isThrownBy(callers::current);
    }
}
