package io.hairline.identity;

import static io.hairline.identity.World.DATABASE;
import static io.hairline.identity.World.FIRST;
import static io.hairline.identity.World.PASSWORD;
import static io.hairline.identity.World.SECOND;
import static io.hairline.identity.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.kit.testing.AtRest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KeysIT {

    private final Browser browser = new Browser("198.51.100.30");

    @Test
    void publishesOneSetOfKeysWithoutTheirPrivateParts() throws Exception {
        JsonNode keys = json(browser.get(FIRST.at("/oauth2/jwks")).body()).path("keys");

        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.path(0).propertyNames())
                .contains("n", "e", "kid")
                .doesNotContain("d", "p", "q", "dp", "dq", "qi");
        assertThat(json(browser.get(SECOND.at("/oauth2/jwks")).body()).path("keys"))
                .isEqualTo(keys);
    }

    @Test
    void describesItselfByThePublicAddress() throws Exception {
        JsonNode metadata =
                json(browser.get(FIRST.at("/.well-known/openid-configuration")).body());

        assertThat(metadata.path("issuer").asString()).isEqualTo(Instance.ISSUER);
        assertThat(metadata.path("token_endpoint").asString()).isEqualTo(Instance.ISSUER + "/oauth2/token");
        assertThat(metadata.path("token_endpoint_auth_methods_supported")
                        .valueStream()
                        .map(it -> it.asString()))
                .containsExactly("none");
    }

    @Test
    void storesNoKeyAndNoTokenThatCouldBeRead() throws Exception {
        String code = browser.code(FIRST, "ada", PASSWORD);
        JsonNode answer = json(browser.exchange(FIRST, code).body());

        assertThat(everythingIn("signing_keys")).contains("sealed").doesNotContain("\"kty\"", "\"d\":", "PRIVATE");
        assertThat(everythingIn("authorizations"))
                .contains("sealed")
                .doesNotContain(code)
                .doesNotContain(answer.path("refresh_token").asString())
                .doesNotContain(answer.path("access_token").asString())
                .doesNotContain(World.ADA);
    }

    @Test
    void refusesToStartWithAnotherKeyThanItsDatabaseWasMadeWith() {
        assertThat(everythingIn("signing_keys")).isNotEmpty();
        String another = "YW5vdGhlciBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyE=";

        assertThatThrownBy(() -> Instance.start(Map.of("hairline.identity.key", another)))
                .hasStackTraceContaining("HAIRLINE_IDENTITY_KEY that this database was made with");
    }

    private static String everythingIn(String collection) {
        return AtRest.everything(DATABASE, collection);
    }
}
