package io.hairline.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.session.SignedInUser.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedInUserTests {

    private static SignedInUser with(Role... roles) {
        return new SignedInUser("per_1", List.of(roles), null, null);
    }

    @Test
    void hasToDoWithTheClinicsOfEachRegionAndEachOwnOne() {
        SignedInUser user = with(
                new Role("REGION_MANAGER", "reg_eu", null, null),
                new Role("REGION_MANAGER", "reg_us", null, null),
                new Role("FRONT_DESK", null, "cln_lon", null));

        assertThat(user.hasToDoWith("cln_ber", "reg_eu")).isTrue();
        assertThat(user.hasToDoWith("cln_nyc", "reg_us")).isTrue();
        assertThat(user.hasToDoWith("cln_lon", "reg_uki")).isTrue();
        assertThat(user.hasToDoWith("cln_man", "reg_uki")).isFalse();
        assertThat(with(new Role("HEAD_OFFICE", null, null, null)).hasToDoWith("cln_man", "reg_uki"))
                .isTrue();
    }
}
