package io.hairline.portal.session;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Bearer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** The access token of the person who is logged in, refreshed before it ends. */
@Component
public class AccessTokens implements Bearer {

    private final DefaultOAuth2AuthorizedClientManager manager;

    AccessTokens(
            ClientRegistrationRepository issuer,
            OAuth2AuthorizedClientRepository tokens,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshing) {
        manager = new DefaultOAuth2AuthorizedClientManager(issuer, tokens);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(it -> it.accessTokenResponseClient(refreshing))
                .build());
    }

    /** One refresh at a time for each session: a refresh token that comes twice counts as stolen. */
    @Override
    public String token() {
        ServletRequestAttributes call =
                (ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes());
        synchronized (WebUtils.getSessionMutex(call.getRequest().getSession())) {
            return tokenOf(call.getRequest(), call.getResponse());
        }
    }

    private String tokenOf(HttpServletRequest request, @Nullable HttpServletResponse response) {
        Authentication who = Objects.requireNonNull(
                SecurityContextHolder.getContext().getAuthentication(), "the gate lets nobody else in");
        try {
            OAuth2AuthorizedClient known =
                    manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(OidcIssuer.REGISTRATION)
                            .principal(who)
                            .attribute(HttpServletRequest.class.getName(), request)
                            .attribute(HttpServletResponse.class.getName(), Objects.requireNonNull(response))
                            .build());
            if (known == null) {
                throw new SessionEnded();
            }
            return known.getAccessToken().getTokenValue();
        } catch (ClientAuthorizationException e) {
            if (e.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                throw new SessionEnded();
            }
            throw ApiProblem.away("Identity");
        }
    }
}
