package io.hairline.portal.session;

import io.hairline.portal.gateway.PortalIT;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
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

/** A request of a client whose session has tokens. */
abstract class LoggedInIT extends PortalIT {

    final MockHttpServletRequest request = new MockHttpServletRequest();
    final MockHttpServletResponse response = new MockHttpServletResponse();
    final Authentication client = new TestingAuthenticationToken("cli_x", "", "ROLE_USER");

    @Autowired
    private OAuth2AuthorizedClientRepository tokens;

    @Autowired
    private ClientRegistrationRepository issuer;

    @BeforeEach
    void logIn() {
        Instant now = Instant.now();
        OAuth2AccessToken access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "an-access-token", now, now.plus(Duration.ofMinutes(5)));
        tokens.saveAuthorizedClient(
                new OAuth2AuthorizedClient(
                        Objects.requireNonNull(issuer.findByRegistrationId(OidcIssuer.REGISTRATION)),
                        client.getName(),
                        access,
                        new OAuth2RefreshToken("a-refresh-token", now)),
                client,
                request,
                response);
    }
}
