package io.hairline.portal.visit;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.gateway.ServiceAddresses;
import io.hairline.portal.language.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** A visitor's own token, kept in the session for as long as identity lets it live. */
@Component
public class GuestTokens {

    private static final String MEMORY = GuestTokens.class.getName();
    private static final InstantSource SYSTEM = InstantSource.system();
    private static final Duration SPARE = Duration.ofMinutes(1);

    private final Apis apis;
    private final RestClient identity;

    GuestTokens(Apis apis, ServiceAddresses services) {
        this.apis = apis;
        SimpleClientHttpRequestFactory bounded = new SimpleClientHttpRequestFactory();
        bounded.setConnectTimeout(Duration.ofSeconds(1));
        bounded.setReadTimeout(Duration.ofSeconds(5));
        this.identity = RestClient.builder()
                .baseUrl(services.identity().toString())
                .requestFactory(bounded)
                .build();
    }

    private record Token(String value, Instant goodUntil) implements Serializable {}

    /** The services as this visitor sees them; identity counts tokens by the visitor's address. */
    public CallerApis of(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (!(session.getAttribute(MEMORY) instanceof Token known)
                || !SYSTEM.instant().isBefore(known.goodUntil())) {
            session.setAttribute(MEMORY, ask(request.getRemoteAddr()));
        }
        return apis.with(((Token) Objects.requireNonNull(session.getAttribute(MEMORY))).value());
    }

    private Token ask(String address) {
        try {
            JsonNode answer = Objects.requireNonNull(identity.post()
                    .uri("/oauth2/guest")
                    .header("X-Forwarded-For", address)
                    .retrieve()
                    .body(JsonNode.class));
            Duration life =
                    Duration.ofSeconds(answer.path("expires_in").asLong(0)).minus(SPARE);
            return new Token(
                    answer.path("access_token").asString(), SYSTEM.instant().plus(life));
        } catch (HttpStatusCodeException e) {
            if (e.getStatusCode().value() == HttpStatus.TOO_MANY_REQUESTS.value()) {
                throw ApiProblem.refused(429, "too-many-requests", Texts.text("problem.too-many-requests"));
            }
            throw ApiProblem.away("Identity");
        } catch (RestClientException _) {
            throw ApiProblem.away("Identity");
        }
    }
}
