package io.hairline.portal.royalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.session.SignedInUser;
import io.hairline.portal.session.SignedInUser.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnClinicsTests {

    private static final Clinic BERLIN = clinic("cln_1", "reg_dach");
    private static final Clinic VIENNA = clinic("cln_2", "reg_dach");
    private static final Clinic LONDON = clinic("cln_3", "reg_uki");

    @Test
    void areThoseOfTheManagersOwnRoles() {
        assertThat(of(role("CLINIC_MANAGER", null, "cln_1"))).containsExactly(BERLIN);
        assertThat(of(role("CLINIC_MANAGER", null, "cln_1"), role("CLINIC_MANAGER", null, "cln_3")))
                .containsExactly(BERLIN, LONDON);
        assertThat(of(role("CLINIC_MANAGER", null, "cln_1"), role("PRACTITIONER", null, "cln_2")))
                .as("the manager only treats in Vienna")
                .containsExactly(BERLIN);
    }

    @Test
    void areThoseOfTheRegionOrOfTheBrand() {
        assertThat(of(role("REGION_MANAGER", "reg_dach", null))).containsExactly(BERLIN, VIENNA);
        assertThat(of(role("REGION_MANAGER", "reg_dach", null), role("REGION_MANAGER", "reg_uki", null)))
                .containsExactly(BERLIN, VIENNA, LONDON);
        assertThat(of(role("HEAD_OFFICE", null, null))).containsExactly(BERLIN, VIENNA, LONDON);
    }

    /** So that an entry of the settlement leads those who manage a region on, too. */
    @Test
    void areNamedByTheirIds() {
        SignedInUser user = new SignedInUser("per_1", List.of(role("REGION_MANAGER", "reg_dach", null)), null, null);

        assertThat(OwnClinics.ids(user, List.of(BERLIN, VIENNA, LONDON))).containsOnly("cln_1", "cln_2");
    }

    private static List<Clinic> of(Role... roles) {
        return OwnClinics.of(new SignedInUser("per_1", List.of(roles), null, null), List.of(BERLIN, VIENNA, LONDON));
    }

    private static Role role(String role, @Nullable String region, @Nullable String clinic) {
        return new Role(role, region, clinic, null);
    }

    private static Clinic clinic(String id, String region) {
        return new Clinic(
                id, "", id, region, "Europe/Berlin", "EUR", 52, 13, 1L, null, null, null, null, null, null, null, null);
    }
}
