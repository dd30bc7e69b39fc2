package io.hairline.portal.session;

import io.hairline.portal.gateway.ServiceAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Gives the tokens back at log-out (RFC 7009): nothing is refreshed with them any more. An access token that somebody
 * copied lives on for the minutes it was made for, because services check it without asking.
 */
@Component
class TokenRevocation implements LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(TokenRevocation.class);

    private final OAuth2AuthorizedClientRepository tokens;
    private final RestClient http;
    private final String address;

    TokenRevocation(OAuth2AuthorizedClientRepository tokens, ServiceAddresses services) {
        this.tokens = tokens;
        this.address = services.identity() + "/oauth2/revoke";
        this.http = RestClient.builder().requestFactory(OidcIssuer.bounded()).build();
    }

    /** The person is logged out here even if the issuer is away. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who == null) {
            return;
        }
        OAuth2AuthorizedClient known = tokens.loadAuthorizedClient(OidcIssuer.REGISTRATION, who, request);
        if (known == null) {
            return;
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add(OAuth2ParameterNames.CLIENT_ID, known.getClientRegistration().getClientId());
        form.add(
                OAuth2ParameterNames.TOKEN,
                known.getRefreshToken() == null
                        ? known.getAccessToken().getTokenValue()
                        : known.getRefreshToken().getTokenValue());
        try {
            http.post()
                    .uri(address)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            log.warn("tokens not revoked cause={}", e.getClass().getSimpleName());
        }
    }
}
