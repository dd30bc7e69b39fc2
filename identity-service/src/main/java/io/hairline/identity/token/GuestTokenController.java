package io.hairline.identity.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hairline.identity.login.ClientIpAddress;
import io.hairline.identity.login.RateLimiter;
import io.hairline.kit.Ids;
import io.hairline.kit.security.KitSecurity;
import io.hairline.kit.security.SecurityProperties;
import io.hairline.kit.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a visitor without an account hold and book: they get a subject of their own, for half an hour. */
@RestController
class GuestTokenController {

    private static final RateLimiter.Limit PER_ADDRESS = new RateLimiter.Limit("guest", 60, Duration.ofMinutes(10));

    private final JwtEncoder encoder;
    private final RateLimiter rateLimiter;
    private final TokenLifetimes lifetimes;
    private final String issuer;

    GuestTokenController(
            JwtEncoder encoder, RateLimiter rateLimiter, TokenLifetimes lifetimes, SecurityProperties security) {
        this.encoder = encoder;
        this.rateLimiter = rateLimiter;
        this.lifetimes = lifetimes;
        this.issuer = security.issuer();
    }

    record GuestToken(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    @PostMapping("/oauth2/guest")
    ResponseEntity<?> give(HttpServletRequest request) {
        return rateLimiter
                .count(PER_ADDRESS, ClientIpAddress.of(request))
                .<ResponseEntity<?>>map(GuestTokenController::later)
                .orElseGet(() -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(new GuestToken(mint(), "Bearer", lifetimes.guest().toSeconds())));
    }

    private String mint() {
        Instant now = InstantSource.system().instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(Ids.next("gst"))
                .audience(List.of(KitSecurity.API_AUDIENCE))
                .claim("scope", List.of("guest"))
                .claim("client_id", "hairline-guest")
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(lifetimes.guest()))
                .build();
        return encoder.encode(JwtEncoderParameters.from(AccessTokens.header(), claims))
                .getTokenValue();
    }

    private static ResponseEntity<?> later(Duration wait) {
        return ResponseEntity.status(429)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        429, "too-many-requests", "There were too many visitors from your address just now."));
    }
}
