package io.hairline.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.gateway.PortalIT;
import io.hairline.portal.gateway.Upstream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CurrentUserIT extends PortalIT {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final Authentication client = new TestingAuthenticationToken("cli_x", "", "ROLE_USER");

    @Autowired
    private CurrentUser users;

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
                        access),
                client,
                request,
                response);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        SecurityContextHolder.getContext().setAuthentication(client);
    }

    @AfterEach
    void logOut() {
        RequestContextHolder.resetRequestAttributes();
        SecurityContextHolder.clearContext();
    }

    /** Otherwise the pages of half a minute are in the browser's language, and then suddenly in the client's. */
    @Test
    void asksSoonAgainForALanguageThatCouldNotBeRead() {
        booking.does(_ -> {
            throw new IOException("gone");
        });
        assertThat(users.current().language()).isNull();

        booking.does(exchange -> Upstream.json(exchange, "{\"givenName\": \"Robin\", \"language\": \"de\"}"));

        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(users.current().language()).isEqualTo("de"));
    }
}
