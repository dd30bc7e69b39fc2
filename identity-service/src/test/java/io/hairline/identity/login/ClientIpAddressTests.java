package io.hairline.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientIpAddressTests {

    @Test
    void takesAllAddressesOfOneConnectionForOne() {
        assertThat(ClientIpAddress.of("2001:db8:1:2::5")).isEqualTo(ClientIpAddress.of("2001:db8:1:2:ffff::9"));
        assertThat(ClientIpAddress.of("2001:db8:1:2::5")).isNotEqualTo(ClientIpAddress.of("2001:db8:1:3::5"));
        assertThat(ClientIpAddress.of("198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(ClientIpAddress.of("::ffff:198.51.100.7")).isEqualTo("198.51.100.7");
    }
}
