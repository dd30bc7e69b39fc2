package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.session.SignedInUser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LotTransferTests {

    private static final List<Clinic> ALL =
            Stream.of("cln_1", "cln_2", "cln_3").map(LotTransferTests::clinic).toList();

    @Test
    void offersTheOtherClinicsThatThePersonManages() {
        SignedInUser manager = user(role("CLINIC_MANAGER", "cln_1"), role("CLINIC_MANAGER", "cln_3"));

        assertThat(LotsController.others(manager, "cln_1", ALL))
                .extracting(Clinic::id)
                .containsExactly("cln_3");
    }

    @Test
    void offersNoneWhereThePersonOnlyWorks() {
        SignedInUser manager = user(role("CLINIC_MANAGER", "cln_1"), role("FRONT_DESK", "cln_2"));

        assertThat(LotsController.others(manager, "cln_1", ALL)).isEmpty();
    }

    private static SignedInUser user(SignedInUser.Role... roles) {
        return new SignedInUser("per_1", List.of(roles), null, null);
    }

    private static SignedInUser.Role role(String role, String clinic) {
        return new SignedInUser.Role(role, null, clinic, null);
    }

    private static Clinic clinic(String id) {
        return new Clinic(
                id,
                id,
                id,
                "reg_1",
                "Europe/Berlin",
                "EUR",
                52,
                13,
                1L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
