package io.hairline.identity;

import static io.hairline.identity.World.FIRST;
import static io.hairline.identity.World.SECOND;
import static io.hairline.identity.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

class GuestsIT {

    @Test
    void givesAVisitorASubjectOfTheirOwnForHalfAnHour() throws Exception {
        HttpResponse<String> answer = new Browser("198.51.100.40").post(FIRST.at("/oauth2/guest"), Map.of());

        JsonNode body = json(answer.body());
        assertThat(body.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(body.path("expires_in").asInt()).isEqualTo(1800);
        Jwt token = World.read(SECOND, body.path("access_token").asString());
        assertThat(token.getSubject()).matches("gst_[0-7][0-9a-hjkmnp-tv-z]{25}");
        assertThat(token.getIssuer()).hasToString(Instance.ISSUER);
        assertThat(token.getClaimAsStringList("scope")).containsExactly("guest");
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void makesNoCrowdOfOneVisitor() throws Exception {
        Browser crowd = new Browser("198.51.100.41");
        World.awaitTimeBeforeLimitsBeginAnew();
        for (int guest = 0; guest < 60; guest++) {
            crowd.post(FIRST.at("/oauth2/guest"), Map.of());
        }

        HttpResponse<String> oneTooMany = crowd.post(SECOND.at("/oauth2/guest"), Map.of());

        assertThat(oneTooMany.statusCode()).isEqualTo(429);
        assertThat(oneTooMany.headers().firstValue("Retry-After")).isPresent();
        assertThat(oneTooMany.body()).contains("/problems/too-many-requests");
        assertThat(new Browser("198.51.100.42")
                        .post(SECOND.at("/oauth2/guest"), Map.of())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsThePortalWithoutATokenWhetherItIsReady() throws Exception {
        assertThat(new Browser("198.51.100.43").get(FIRST.at("/readyz")).statusCode())
                .isEqualTo(200);
    }
}
