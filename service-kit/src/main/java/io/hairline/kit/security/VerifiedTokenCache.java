package io.hairline.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Takes a token that was checked a moment ago as checked: a signature costs each request a tenth of its time. What its
 * bearer may do is looked up for each request all the same.
 */
final class VerifiedTokenCache implements JwtDecoder {

    /** Far less than the issuer's keys themselves are remembered. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final int MOST = 2_000;

    private final JwtDecoder check;
    private final Cache<String, Jwt> checked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    VerifiedTokenCache(JwtDecoder check) {
        this.check = check;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = checked.getIfPresent(token);
        if (known != null && !isOver(known)) {
            return known;
        }
        Jwt fresh = check.decode(token);
        checked.put(token, fresh);
        return fresh;
    }

    private static boolean isOver(Jwt token) {
        Instant expiresAt = token.getExpiresAt();
        return expiresAt == null || !Instant.now().isBefore(expiresAt);
    }
}
