package io.hairline.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hairline.portal.gateway.PortalIT;
import io.hairline.portal.gateway.Received;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

class TokenRevocationIT extends PortalIT {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final Authentication who = new TestingAuthenticationToken("cli_x", "");

    @Autowired
    private TokenRevocation revocation;

    @Autowired
    private OAuth2AuthorizedClientRepository tokens;

    @Autowired
    private ClientRegistrationRepository issuer;

    @BeforeEach
    void logIn() {
        Instant now = Instant.now();
        OAuth2AccessToken access =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "an-access-token", now, now.plusSeconds(60));
        tokens.saveAuthorizedClient(
                new OAuth2AuthorizedClient(
                        Objects.requireNonNull(issuer.findByRegistrationId(OidcIssuer.REGISTRATION)),
                        who.getName(),
                        access,
                        new OAuth2RefreshToken("a-refresh-token", now)),
                who,
                request,
                response);
    }

    @Test
    void givesTheRefreshTokenBackAtLogOut() {
        Received received = identity.echoes();

        revocation.logout(request, response, who);

        assertThat(received.line()).isEqualTo("POST /oauth2/revoke");
        assertThat(received.body()).contains("client_id=hairline-portal", "token=a-refresh-token");
    }

    @Test
    void logsOutThoughTheIssuerBreaksOff() {
        identity.does(_ -> {
            throw new IOException("gone");
        });

        assertThatCode(() -> revocation.logout(request, response, who)).doesNotThrowAnyException();
    }
}
