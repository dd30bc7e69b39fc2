package io.hairline.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hairline.portal.gateway.Received;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokenRevocationIT extends LoggedInIT {

    @Autowired
    private TokenRevocation revocation;

    @Test
    void givesTheRefreshTokenBackAtLogOut() {
        Received received = identity.echoes();

        revocation.logout(request, response, client);

        assertThat(received.line()).isEqualTo("POST /oauth2/revoke");
        assertThat(received.body()).contains("client_id=hairline-portal", "token=a-refresh-token");
    }

    @Test
    void logsOutThoughTheIssuerBreaksOff() {
        identity.does(_ -> {
            throw new IOException("gone");
        });

        assertThatCode(() -> revocation.logout(request, response, client)).doesNotThrowAnyException();
    }
}
