package io.hairline.identity;

import static io.hairline.identity.World.ADA;
import static io.hairline.identity.World.FIRST;
import static io.hairline.identity.World.PASSWORD;
import static io.hairline.identity.World.SECOND;
import static io.hairline.identity.World.json;
import static io.hairline.identity.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

class LogInIT {

    private final Browser browser = new Browser();

    @Test
    void givesATokenThatSaysWhoItsBearerIsAndNothingElse() throws Exception {
        String code = browser.code(FIRST, "ada", PASSWORD);

        JsonNode answer = json(browser.exchange(FIRST, code).body());

        Jwt token = World.read(FIRST, answer.path("access_token").asString());
        assertThat(token.getSubject()).isEqualTo(ADA);
        assertThat(token.getIssuer()).hasToString(Instance.ISSUER);
        assertThat(token.getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "nbf", "exp", "iat", "jti", "scope", "client_id");
        assertThat(token.getAudience()).containsExactly("hairline-api");
        assertThat(token.getHeaders()).containsEntry("typ", "at+jwt");
        assertThat(token.getClaimAsStringList("scope")).containsExactly("openid");
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofMinutes(15));
        assertThat(World.readIdToken(SECOND, answer.path("id_token").asString()).getSubject())
                .isEqualTo(ADA);
    }

    @Test
    void takesNoIdTokenForAnAccessToken() throws Exception {
        JsonNode answer = json(
                browser.exchange(FIRST, browser.code(FIRST, "ada", PASSWORD)).body());

        assertThat(userinfo(answer.path("id_token").asString())).isEqualTo(401);
        assertThat(userinfo(answer.path("access_token").asString())).isEqualTo(200);
    }

    private int userinfo(String token) throws Exception {
        return browser.send(HttpRequest.newBuilder(FIRST.at("/userinfo")).header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void goesOnAtAnyInstance() throws Exception {
        browser.authorize(FIRST);
        URI onward = Browser.location(browser.logIn(SECOND, "ada", PASSWORD));
        String code = Browser.codeIn(browser.get(FIRST.at(onward.getRawPath() + "?" + onward.getRawQuery())));

        HttpResponse<String> answer = browser.exchange(SECOND, code);

        assertThat(answer.statusCode()).isEqualTo(200);
        String token = json(answer.body()).path("access_token").asString();
        assertThat(World.read(FIRST, token).getSubject()).isEqualTo(ADA);
        HttpResponse<String> userinfo =
                browser.send(HttpRequest.newBuilder(FIRST.at("/userinfo")).header("Authorization", "Bearer " + token));
        assertThat(json(userinfo.body()).path("sub").asString()).isEqualTo(ADA);
    }

    @Test
    void refusesAProgramThatBringsNoProofKey() throws Exception {
        Map<String, String> without = Browser.authorization(browser.verifier);
        without.remove("code_challenge");
        without.remove("code_challenge_method");
        Map<String, String> plain = Browser.authorization(browser.verifier);
        plain.put("code_challenge_method", "plain");

        for (Map<String, String> parameters : List.of(without, plain)) {
            HttpResponse<String> answer = browser.get(FIRST.at("/oauth2/authorize?" + Browser.query(parameters)));
            assertThat(Browser.location(answer))
                    .asString()
                    .startsWith(Browser.CALLBACK)
                    .contains("error=invalid_request");
        }
    }

    @Test
    void sendsNobodyToAnAddressThatIsNotRegistered() throws Exception {
        Map<String, String> elsewhere = Browser.authorization(browser.verifier);
        elsewhere.put("redirect_uri", "https://evil.example/callback");

        HttpResponse<String> answer = browser.get(FIRST.at("/oauth2/authorize?" + Browser.query(elsewhere)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void takesACodeOnlyFromWhoAskedForIt() throws Exception {
        String code = browser.code(FIRST, "ada", PASSWORD);

        assertThat(new Browser().exchange(FIRST, code).statusCode()).isEqualTo(400);
    }

    @Test
    void takesACodeOnceAndWithdrawsWhatItGaveWhenItComesAgain() throws Exception {
        String code = browser.code(FIRST, "ada", PASSWORD);
        String refreshToken =
                json(browser.exchange(FIRST, code).body()).path("refresh_token").asString();

        assertThat(browser.exchange(SECOND, code).statusCode()).isEqualTo(400);

        assertThat(browser.refresh(FIRST, refreshToken).statusCode()).isEqualTo(400);
    }

    @Test
    void takesACodeOnceEvenFromManyAtTheSameMoment() throws Exception {
        String code = browser.code(FIRST, "ada", PASSWORD);
        Callable<Integer> exchange = () -> browser.exchange(SECOND, code).statusCode();

        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Stream.generate(() -> exchange).limit(8).toList()).stream()
                    .map(it -> it.resultNow())
                    .toList();
        }

        assertThat(answers).filteredOn(it -> it == 200).hasSize(1);
        assertThat(answers).filteredOn(it -> it != 200).containsOnly(400);
    }

    @Test
    void givesANewRefreshTokenForEachAndEndsALogInWhoseOldOneComesBack() throws Exception {
        String code = browser.code(FIRST, "ada", PASSWORD);
        String old =
                json(browser.exchange(FIRST, code).body()).path("refresh_token").asString();

        HttpResponse<String> refreshed = browser.refresh(SECOND, old);

        JsonNode answer = json(refreshed.body());
        String fresh = answer.path("refresh_token").asString();
        assertThat(fresh).isNotEqualTo(old);
        assertThat(World.read(FIRST, answer.path("access_token").asString()).getSubject())
                .isEqualTo(ADA);

        assertThat(browser.refresh(FIRST, old).statusCode()).isEqualTo(400);
        assertThat(browser.refresh(FIRST, fresh).statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsARefreshTokenThatIsRevoked() throws Exception {
        String code = browser.code(FIRST, "ada", PASSWORD);
        String token =
                json(browser.exchange(FIRST, code).body()).path("refresh_token").asString();

        assertThat(browser.post(FIRST.at("/oauth2/revoke"), Map.of("client_id", "hairline-cli", "token", token))
                        .statusCode())
                .isEqualTo(200);

        assertThat(browser.refresh(SECOND, token).statusCode()).isEqualTo(400);
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnUnknownLogin() throws Exception {
        Browser guesser = new Browser("198.51.100.20");
        HttpResponse<String> wrong = guesser.logIn(FIRST, "ada", "guess");
        HttpResponse<String> unknown = guesser.logIn(FIRST, "nobody-at-all", "guess");

        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(Browser.location(unknown)).isEqualTo(Browser.location(wrong));
        assertThat(guesser.get(FIRST.at("/login?error")).body()).contains("Check your login and your password");
    }

    @Test
    void stopsListeningToAGuesserWhicheverInstanceIsAsked() throws Exception {
        person("mallorys-target");
        Browser guesser = new Browser("198.51.100.21");
        World.awaitTimeBeforeLimitsBeginAnew();
        for (int guess = 0; guess < 5; guess++) {
            Instance instance = guess % 2 == 0 ? FIRST : SECOND;
            assertThat(guesser.logIn(instance, "mallorys-target", "guess " + guess)
                            .statusCode())
                    .isEqualTo(302);
        }

        HttpResponse<String> sixth = guesser.logIn(SECOND, " Mallorys-Target", PASSWORD);

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After").map(Integer::parseInt))
                .hasValueSatisfying(it -> assertThat(it).isBetween(1, 901));
        assertThat(sixth.body()).contains("Too many tries");
        assertThat(Browser.location(new Browser("198.51.100.22").logIn(FIRST, "mallorys-target", PASSWORD)))
                .asString()
                .doesNotContain("error");
        assertThat(guesser.logIn(FIRST, "ada", PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void letsNoSingleAddressLockTheOwnerOut() throws Exception {
        person("owner");
        World.awaitTimeBeforeLimitsBeginAnew();
        guess("owner", "198.51.100.30", 52);

        assertThat(isIn(new Browser("198.51.100.31").logIn(SECOND, "owner", PASSWORD)))
                .isTrue();
    }

    @Test
    void letsTheOwnerInOnAKnownDeviceWhateverOthersGuess() throws Exception {
        person("traveller");
        Browser known = new Browser("198.51.100.70");
        assertThat(isIn(known.logIn(FIRST, "traveller", PASSWORD))).isTrue();
        World.awaitTimeBeforeLimitsBeginAnew();
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            attackers.invokeAll(IntStream.range(0, 11)
                    .mapToObj(attacker -> guessing("traveller", "203.0.113." + attacker))
                    .toList());
        }

        assertThat(new Browser("198.51.100.71")
                        .logIn(SECOND, "traveller", PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        known.moveTo("203.0.113.1");
        assertThat(isIn(known.logIn(SECOND, "traveller", PASSWORD))).isTrue();
    }

    @Test
    void knowsADeviceOnlyForTheLoginThatWasUsedThere() throws Exception {
        person("victim");
        Browser thief = new Browser("198.51.100.72");
        assertThat(isIn(thief.logIn(FIRST, "ada", PASSWORD))).isTrue();
        World.awaitTimeBeforeLimitsBeginAnew();
        for (int guess = 0; guess < 5; guess++) {
            thief.logIn(FIRST, "victim", "guess " + guess);
        }

        assertThat(thief.logIn(FIRST, "victim", PASSWORD).statusCode()).isEqualTo(429);
    }

    private static Callable<Integer> guessing(String login, String address) {
        return () -> {
            guess(login, address, 5);
            return 5;
        };
    }

    private static void guess(String login, String address, int times) throws Exception {
        Browser guesser = new Browser(address);
        for (int guess = 0; guess < times; guess++) {
            guesser.logIn(guess % 2 == 0 ? FIRST : SECOND, login, "guess " + guess);
        }
    }

    private static boolean isIn(HttpResponse<String> answer) {
        return answer.statusCode() == 302
                && !Browser.location(answer).toString().contains("error");
    }

    @Test
    void countsOnlyWrongPasswords() throws Exception {
        for (int time = 0; time < 8; time++) {
            assertThat(Browser.location(new Browser("198.51.100.23").logIn(FIRST, "ada", PASSWORD)))
                    .asString()
                    .doesNotContain("error");
        }
    }

    @Test
    void changesTheSessionAtTheLogInAndKeepsItsCookieFromScripts() throws Exception {
        HttpResponse<String> safely =
                browser.send(HttpRequest.newBuilder(FIRST.at("/login")).header("X-Forwarded-Proto", "https"));
        assertThat(safely.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(it -> assertThat(it).contains("HttpOnly", "SameSite=Lax", "Secure"));
        browser.cookies.getCookieStore().removeAll();
        browser.get(FIRST.at("/login"));
        String before = cookie().getValue();

        browser.logIn(FIRST, "ada", PASSWORD);

        assertThat(cookie().getValue()).isNotEqualTo(before);
        assertThat(browser.get(SECOND.at("/login")).body()).contains("You are logged in");
    }

    @Test
    void refusesAFormThatAnotherSiteMade() throws Exception {
        browser.get(FIRST.at("/login"));

        HttpResponse<String> answer =
                browser.post(FIRST.at("/login"), Map.of("username", "ada", "password", PASSWORD, "_csrf", "guess"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private HttpCookie cookie() {
        return browser.cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals("hairline_login"))
                .findFirst()
                .orElseThrow();
    }
}
