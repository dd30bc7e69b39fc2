package io.hairline.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokenCacheTests {

    private final List<String> checked = new ArrayList<>();
    private final VerifiedTokenCache tokens = new VerifiedTokenCache(this::check);
    private Duration life = Duration.ofMinutes(5);

    private Jwt check(String token) {
        checked.add(token);
        if (token.startsWith("forged")) {
            throw new BadJwtException("forged");
        }
        Instant now = Instant.now();
        return new Jwt(token, now.minusSeconds(600), now.plus(life), Map.of("alg", "RS256"), Map.of("sub", token));
    }

    @Test
    void checksATokenOnceAndEachTokenByItself() {
        assertThat(tokens.decode("ada").getSubject()).isEqualTo("ada");
        assertThat(tokens.decode("ada").getSubject()).isEqualTo("ada");
        assertThat(tokens.decode("bob").getSubject()).isEqualTo("bob");

        assertThat(checked).containsExactly("ada", "bob");
    }

    @Test
    void checksOneThatIsOverAgain() {
        life = Duration.ofSeconds(-1);
        tokens.decode("ada");
        tokens.decode("ada");

        assertThat(checked).containsExactly("ada", "ada");
    }

    @Test
    void remembersNoneThatWasRefused() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);

        assertThat(checked).hasSize(2);
    }
}
