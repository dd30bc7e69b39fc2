package io.hairline.identity;

import static io.hairline.identity.World.DATABASE;
import static io.hairline.identity.World.FIRST;
import static io.hairline.identity.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** A program that asks wrongly hears what is wrong, in the words of OAuth 2 (RFC 6749, 5.2), and nothing is kept. */
class BadInputIT {

    private static final Browser PROGRAM = new Browser("198.51.100.60");

    @ParameterizedTest
    @CsvSource({
        "grant_type, '', 401, invalid_client",
        "grant_type, password, 401, invalid_client",
        "client_id, nobody, 401, invalid_client",
        "client_id, '', 400, invalid_request",
        "code, '', 401, invalid_client",
        "code, never-given, 400, invalid_grant",
        "code_verifier, '', 401, invalid_client",
    })
    void saysWhatIsWrongWithACodeThatIsExchanged(String parameter, String value, int status, String error)
            throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "hairline-cli",
                "redirect_uri", Browser.CALLBACK,
                "code", "never-given",
                "code_verifier", PROGRAM.verifier));
        if (value.isEmpty()) {
            form.remove(parameter);
        } else {
            form.put(parameter, value);
        }

        refused(PROGRAM.post(FIRST.at("/oauth2/token"), form), status, error, parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, invalid_request",
        "never-given, 400, invalid_grant",
    })
    void saysWhatIsWrongWithATokenThatIsRefreshed(String token, int status, String error) throws Exception {
        refused(PROGRAM.refresh(FIRST, token), status, error, "refresh_token");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, ''",
        "client_id, nobody",
        "redirect_uri, https://elsewhere.example/",
        "redirect_uri, not-an-address",
        "response_type, token",
    })
    void sendsNobodyToAnAddressThatIsntTheProgramsOwn(String parameter, String value) throws Exception {
        HttpResponse<String> answer = authorize(parameter, value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "scope, everything",
        "code_challenge, ''",
        "code_challenge_method, plain",
    })
    void tellsTheProgramWhatItAskedForWrongly(String parameter, String value) throws Exception {
        HttpResponse<String> answer = authorize(parameter, value);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(Browser.location(answer))
                .asString()
                .startsWith(Browser.CALLBACK)
                .contains("error=", parameter);
    }

    @ParameterizedTest
    @CsvSource({"GET, /oauth2/guest", "PUT, /oauth2/guest", "POST, /demo/logins", "GET, /nothing/here"})
    void knowsNoOtherDoors(String method, String path) throws Exception {
        HttpResponse<String> answer = PROGRAM.send(HttpRequest.newBuilder(FIRST.at(path))
                .header("Accept", "application/json")
                .method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
    }

    @Test
    void keepsNothingOfIt() throws Exception {
        long before = kept();

        PROGRAM.refresh(FIRST, "never-given");
        authorize("client_id", "nobody");
        PROGRAM.logIn(FIRST, "nobody-at-all", "x".repeat(10_000));

        assertThat(kept()).isEqualTo(before);
    }

    private static long kept() {
        return DATABASE.getCollection("authorizations").countDocuments()
                + DATABASE.getCollection("accounts").countDocuments()
                + DATABASE.getCollection("events").countDocuments();
    }

    private static void refused(HttpResponse<String> answer, int status, String error, String parameter) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = json(answer.body());
        assertThat(body.path("error").asString()).isEqualTo(error);
        assertThat(body.path("error_description").asString()).contains(parameter);
    }

    private static HttpResponse<String> authorize(String parameter, String value) throws Exception {
        Map<String, String> query = Browser.authorization(PROGRAM.verifier);
        if (value.isEmpty()) {
            query.remove(parameter);
        } else {
            query.put(parameter, value);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromUri(FIRST.at("/oauth2/authorize"));
        query.forEach(address::queryParam);
        return PROGRAM.get(address.encode().build().toUri());
    }
}
