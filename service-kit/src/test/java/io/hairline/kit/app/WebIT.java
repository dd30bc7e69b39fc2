package io.hairline.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.TestIssuer;
import io.hairline.kit.testing.badinput.UnreadableRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@KitOnRealServers
@ExtendWith(OutputCaptureExtension.class)
class WebIT {

    /** Default of {@code jdk.httpclient.keepalive.timeout}. */
    private static final Duration JAVA_HANGS_UP_AFTER = Duration.ofSeconds(30);

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private EventLog events;

    @Autowired
    private ServletWebServerApplicationContext context;

    private RestTestClient.ResponseSpec post(String path, String body) {
        return new Api(port)
                .as("per_1")
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void hangsUpLaterThanAnyCallerDoes() {
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
        var http = (AbstractHttp11Protocol<?>) server.getTomcat().getConnector().getProtocolHandler();

        assertThat(Duration.ofMillis(http.getKeepAliveTimeout())).isGreaterThan(JAVA_HANGS_UP_AFTER);
    }

    @Test
    void passesOnTheTraceOfAnyCallerWhoTraces() {
        traced("traced", TRACE);
        traced("untraced", "00-not-a-trace");

        assertThat(events.history("traced").getFirst().traceParent()).isEqualTo(TRACE);
        assertThat(events.history("untraced").getFirst().traceParent()).isNull();
    }

    private void traced(String counter, String trace) {
        new Api(port)
                .as("per_1")
                .post()
                .uri("/counters/" + counter)
                .header("traceparent", trace)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"step\":1}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static String problem(RestTestClient.ResponseSpec answer, int status, String slug) {
        String body = Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(body).contains("\"type\":\"/problems/" + slug + "\"", "\"status\":" + status);
        return body;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"step":101}                              | step
            {}                                        | step
            {"step":1,"inner":{"code":"long"}}        | inner.code
            {"step":1,"stepp":2}                      | stepp
            {"step":"far"}                            | step
            {"step":1,"at":"yesterday"}               | at
            {"step":1,"inner":[]}                     | inner
            {"step":                                  | (body)
            []                                        | (body)
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        assertThat(problem(post("/counters/w", body), 400, "invalid-input"))
                .contains("\"field\":\"" + field + "\"")
                .doesNotContain("io.hairline", "jackson", "java.lang");
    }

    @ParameterizedTest
    @CsvSource({"?word=longer, word", "?word=abc, step", "'', word"})
    void namesTheFieldWhenParametersAreCheckedToo(String query, String field) {
        assertThat(problem(post("/counters/checked" + query, "{\"step\":500}"), 400, "invalid-input"))
                .contains("\"field\":\"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource({"?cursor=***, cursor", "?limit=0, limit", "?limit=x, limit", "?limit=6, limit"})
    void namesTheParameterThatIsWrong(String query, String field) {
        RestTestClient.ResponseSpec answer =
                new Api(port).visitor().get().uri("/counters/open" + query).exchange();

        assertThat(problem(answer, 400, "invalid-input")).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void saysInEnglishWhatIsWrongAndNamesItForOtherLanguages() {
        RestTestClient.ResponseSpec answer = new Api(port)
                .as("per_1")
                .post()
                .uri("/counters/w")
                .header("Accept-Language", "de")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"step\":101}")
                .exchange();

        assertThat(problem(answer, 400, "invalid-input"))
                .contains(
                        "\"message\":\"must be less than or equal to 100\"",
                        "\"code\":\"at-most\"",
                        "\"values\":[\"100\"]");
    }

    @Test
    void tellsAStaleVersionFromOneThatIsNone() {
        post("/counters/etag", "{\"step\":1}").expectStatus().isOk();

        assertThat(problem(ifMatch("\"7\""), 412, "stale-version")).contains("version 1");
        assertThat(problem(ifMatch("seven"), 400, "invalid-input")).contains("\"field\":\"If-Match\"");
        ifMatch("\"1\"").expectStatus().isOk();
        ifMatch("*").expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec ifMatch(String etag) {
        return new Api(port)
                .as("per_1")
                .post()
                .uri("/counters/etag")
                .header("If-Match", etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"step\":1}")
                .exchange();
    }

    @Test
    void refusesABodyThatIsTooBig() {
        assertThat(problem(
                        post("/counters/big", "{\"step\":1,\"x\":\"" + "x".repeat(1_000_000) + "\"}"),
                        400,
                        "invalid-input"))
                .contains("(body)");
    }

    @Test
    void asksWhoSomebodyIs() {
        Api api = new Api(port);
        assertThat(problem(api.visitor().get().uri("/counters/x").exchange(), 401, "unauthenticated"))
                .isEqualTo(problem(
                        api.with(TestIssuer.get().mint("per_1", Instant.now().minusSeconds(600)))
                                .get()
                                .uri("/counters/x")
                                .exchange(),
                        401,
                        "unauthenticated"));
        problem(api.with("no.such.token").get().uri("/counters/x").exchange(), 401, "unauthenticated");
        api.visitor().get().uri("/counters/open").exchange().expectStatus().isOk();
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        problem(new Api(port).as("per_1").get().uri("/nothing/here").exchange(), 404, "not-found");
    }

    @Test
    void hasNoClockToMoveUnlessItIsADemo() {
        problem(post("/demo/clock", "{\"advance\":\"P1D\"}"), 404, "not-found");
    }

    @Test
    void namesTheNumberThatIsTooBig() {
        assertThat(problem(post("/counters/w", "{\"step\":99999999999999999999}"), 400, "invalid-input"))
                .contains("\"field\":\"step\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%2Fb", "a%5Cb", "a;b", "%2e%2e%2fx"})
    void answersAsAlwaysWhereTheAddressIsTheMistake(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/counters/" + id))
                .header("Authorization", "Bearer " + TestIssuer.get().mint("per_1"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"type\":\"/problems/").doesNotContain("Tomcat", "org.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501})
    void takesNoCursorLongerThanItGivesOut(int length) {
        RestTestClient.ResponseSpec answer = new Api(port)
                .visitor()
                .get()
                .uri("/counters/open?cursor=" + "x".repeat(length))
                .exchange();

        if (length > 500) {
            assertThat(problem(answer, 400, "invalid-input")).contains("\"field\":\"cursor\"");
        } else {
            answer.expectStatus().isOk();
        }
    }

    @Test
    void showsAReferenceAndNothingOfTheInside() {
        assertThat(problem(
                        new Api(port).as("per_1").get().uri("/counters/broken").exchange(), 500, "unexpected"))
                .contains("\"reference\":\"err_")
                .doesNotContain("CANARY", "IllegalState");
    }

    @Test
    void answersARepeatedRequestTheSame() {
        String first = keyed("k-1", "{\"step\":2}");

        assertThat(keyed("k-1", "{\"step\":2}")).isEqualTo(first);
        assertThat(keyed("k-2", "{\"step\":2}")).isNotEqualTo(first);
        assertThat(keyed("k-1", "{\"step\":3}")).contains("idempotency-mismatch");
    }

    private String keyed(String key, String body) {
        return Objects.requireNonNull(new Api(port)
                .as("per_1")
                .post()
                .uri("/counters/keyed")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "x{0}", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void takesNoKeyAndNoCorrelationThatCouldDoHarm(String value) {
        assertThat(keyed(value, "{\"step\":1}")).contains("\"field\":\"Idempotency-Key\"");

        new Api(port)
                .visitor()
                .get()
                .uri("/counters/open")
                .header("X-Correlation-Id", value)
                .exchange()
                .expectHeader()
                .valueMatches("X-Correlation-Id", "cor_[0-9a-z]{26}");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void answersWhatCannotBeParsedWithARefusalAndOneLineOfLogAtMost(String what, String request, CapturedOutput log) {
        for (String token : List.of("", TestIssuer.get().mint("per_1"))) {
            int before = log.getAll().length();

            String answer = UnreadableRequests.send(port, request, token);

            assertThat(answer).as(what).matches("(?s)HTTP/1.1 4\\d\\d.*").doesNotContain("org.", "java.");
            assertThat(log.getAll().substring(before).lines().count()).as(what).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void answersItTheSameOnTheOperatorsPort(String what, String request, CapturedOutput log) {
        UnreadableRequests.send(managementPort, "GET /actuator/health HTTP/1.0\r\n\r\n");
        int before = log.getAll().length();

        String answer = UnreadableRequests.send(
                managementPort, request.replaceFirst("/api/v1/counters/checked", "/actuator/health"));

        assertThat(answer).as(what).doesNotMatch("(?s)HTTP/1.1 5.*").doesNotContain("org.apache", "java.");
        assertThat(log.getAll().substring(before).lines().count()).as(what).isLessThanOrEqualTo(1);
    }

    static Stream<Arguments> unreadable() {
        return UnreadableRequests.to("/api/v1/counters/checked").entrySet().stream()
                .map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/xml",
                "text/xml",
                "application/cbor",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "text/plain"
            })
    void readsJsonOnly(String type) {
        problem(
                new Api(port)
                        .as("per_1")
                        .post()
                        .uri("/counters/yaml")
                        .header("Content-Type", type)
                        .body("step: 1")
                        .exchange(),
                415,
                "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "text/html", "*/*"})
    void writesProblemsAsJsonWhateverIsAskedFor(String accepted) {
        problem(
                new Api(port)
                        .as("per_1")
                        .post()
                        .uri("/counters/w")
                        .header("Accept", accepted)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"step\":\"far\"}")
                        .exchange(),
                400,
                "invalid-input");
    }

    @Test
    void storesTextInOneFormAndRefusesWhatIsNone() {
        assertThat(text(post("/counters/echo", "{\"step\":1,\"name\":\" A\\u030Asa \",\"reason\":\"a\\r\\nb\"}")))
                .contains("\"name\":\"\u00C5sa\"", "\"reason\":\"a\\nb\"");
        assertThat(problem(post("/counters/echo", "{\"step\":1,\"name\":\"a\\u202Eb\"}"), 400, "invalid-input"))
                .contains("\"field\":\"name\"", "U+202E");
        assertThat(problem(post("/counters/echo", "{\"step\":1,\"name\":\"a\\nb\"}"), 400, "invalid-input"))
                .contains("\"field\":\"name\"");
        assertThat(text(word("%20A%CC%8Asa%20"))).isEqualTo("[\"\u00C5sa\"]");
        assertThat(problem(word("a%E2%80%AEb"), 400, "invalid-input")).contains("\"field\":\"word\"", "U+202E");
    }

    private RestTestClient.ResponseSpec word(String encoded) {
        return new Api(port)
                .as("per_1")
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/counters/word?word=" + encoded))
                .exchange();
    }

    private static String text(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            per_1                          | cli_01kb30yp57rcybvn5sxs5aa819 | {"step":1}    | 403 | forbidden
            per_1                          | nonsense                       | {"step":1}    | 403 | forbidden
            per_1                          | cli_01kb30yp57rcybvn5sxs5aa819 | {"step":"x"}  | 403 | forbidden
            gst_01kb30yp57rcybvn5sxs5aa819 | cli_01kb30yp57rcybvn5sxs5aa819 | {             | 403 | forbidden
            cli_01kb30yp57rcybvn5sxs5aa819 | cli_01kb30yp57rcybvn5sxs5aa819 | {"step":1}    | 404 | not-found
            cli_01kb30yp57rcybvn5sxs5aa819 | nonsense                       | {"step":1}    | 404 | not-found
            cli_01kb30yp57rcybvn5sxs5aa819 | cli_01kb30yp57rcybvn5sxs5aa819 | {"step":"x"}  | 400 | invalid-input
            """)
    void refusesAWrongRoleBeforeAnythingIsLookedUp(String subject, String id, String body, int status, String slug) {
        problem(
                new Api(port)
                        .as(subject)
                        .post()
                        .uri("/counters/" + id + "/lock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange(),
                status,
                slug);
    }

    @Test
    void cutsAListThatIsReadAsAWhole() {
        String first = text(whole("limit=2"));

        assertThat(text(whole(""))).isEqualTo("{\"items\":[1,2,3],\"nextCursor\":null}");
        assertThat(first).startsWith("{\"items\":[1,2],\"nextCursor\":\"");
        String cursor = first.replaceFirst(".*nextCursor\":\"([^\"]+)\".*", "$1");
        assertThat(text(whole("limit=2&cursor=" + cursor))).isEqualTo("{\"items\":[3],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "limit=x, limit", "cursor=***, cursor", "cursor=bm9uZQ, cursor"})
    void checksItsLimitBeforeItsScope(String query, String field) {
        assertThat(problem(whole("refused=true&" + query), 400, "invalid-input"))
                .contains("\"field\":\"" + field + "\"");
    }

    private RestTestClient.ResponseSpec whole(String query) {
        return new Api(port).as("per_1").get().uri("/counters/whole?" + query).exchange();
    }

    @Test
    void titlesAProblemForPeople() {
        assertThat(problem(post("/counters/w", "{}"), 400, "invalid-input"))
                .contains("\"title\":\"Something in the request isn't as it must be\"");
    }

    @Test
    void takesNoTokenThatIsForSomethingElse() {
        JWTClaimsSet mine = new JWTClaimsSet.Builder()
                .issuer(TestIssuer.get().issuer())
                .subject("per_1")
                .audience("hairline-api")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        assertThat(statusWith(mine)).isEqualTo(200);
        assertThat(statusWith(new JWTClaimsSet.Builder(mine)
                        .audience("hairline-portal")
                        .build()))
                .isEqualTo(401);
        assertThat(statusWith(
                        new JWTClaimsSet.Builder(mine).audience((String) null).build()))
                .isEqualTo(401);
    }

    private int statusWith(JWTClaimsSet claims) {
        return new Api(port)
                .with(TestIssuer.get().sign(claims))
                .get()
                .uri("/counters/word?word=a")
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void believesOnlyItsProxiesAboutWhomTheySpeakFor() {
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
        RemoteIpValve valve = Stream.of(
                        server.getTomcat().getEngine().getPipeline().getValves())
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(valve.getInternalProxies()).satisfies(it -> {
            assertThat("127.0.0.1").matches(it);
            assertThat("10.1.2.3").doesNotMatch(it);
            assertThat("192.168.0.1").doesNotMatch(it);
            assertThat("127x0y0z1").doesNotMatch(it);
        });
    }
}
