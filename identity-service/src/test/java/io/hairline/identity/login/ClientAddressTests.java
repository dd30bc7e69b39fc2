package io.hairline.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTests {

    @Test
    void takesAllAddressesOfOneConnectionForOne() {
        assertThat(ClientAddress.of("2001:db8:1:2::5")).isEqualTo(ClientAddress.of("2001:db8:1:2:ffff::9"));
        assertThat(ClientAddress.of("2001:db8:1:2::5")).isNotEqualTo(ClientAddress.of("2001:db8:1:3::5"));
        assertThat(ClientAddress.of("198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(ClientAddress.of("::ffff:198.51.100.7")).isEqualTo("198.51.100.7");
    }
}
