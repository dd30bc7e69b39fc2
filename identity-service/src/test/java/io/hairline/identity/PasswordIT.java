package io.hairline.identity;

import static io.hairline.identity.PasswordPages.ask;
import static io.hairline.identity.PasswordPages.codeFor;
import static io.hairline.identity.PasswordPages.mailTo;
import static io.hairline.identity.PasswordPages.set;
import static io.hairline.identity.World.DATABASE;
import static io.hairline.identity.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.mongodb.client.model.Filters;
import io.hairline.kit.testing.AtRest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A first password and a new one, by a code from a real mail; nothing tells a stranger who is known. */
class PasswordIT {

    private static final String CHOSEN = "four plain words together";

    private final GreenMail mail = World.MAIL;
    private final Instance identity = World.FIRST;

    @Test
    void givesAClientTheFirstPasswordAndLogsTheClientIn() throws Exception {
        String email = PasswordPages.address();
        String client = Clients.register(email);
        Browser browser = new Browser("198.51.100.61");

        ask(browser, email.toUpperCase(Locale.ROOT));
        HttpResponse<String> answer = set(browser, codeFor(email), CHOSEN);

        assertThat(Browser.location(answer)).hasPath("/login").hasQuery("changed");
        String token = json(browser.exchange(identity, browser.code(identity, email, CHOSEN))
                        .body())
                .path("access_token")
                .asString();
        assertThat(World.read(identity, token).getSubject()).isEqualTo(client);
        assertThat(AtRest.everything(DATABASE)).doesNotContain(email);
    }

    @Test
    void takesACodeOnceAndOnlyWhereItWasAskedFor() throws Exception {
        String email = PasswordPages.address();
        Clients.register(email);
        Browser browser = new Browser("198.51.100.62");
        ask(browser, email);
        String code = codeFor(email);
        Browser thief = new Browser("198.51.100.63");
        ask(thief, PasswordPages.address());

        assertThat(set(thief, code, CHOSEN).body()).contains("This code is wrong");
        assertThat(set(browser, code, "short").body()).contains("at least 12 characters");
        assertThat(set(browser, code.toLowerCase(Locale.ROOT).replace("-", " "), CHOSEN)
                        .statusCode())
                .isEqualTo(302);
        browser.get(identity.at("/login/password"));
        assertThat(Browser.location(browser.get(identity.at("/login/password/code"))))
                .hasPath("/login/password");
    }

    @Test
    void endsACodeAfterFiveGuesses() throws Exception {
        String email = PasswordPages.address();
        Clients.register(email);
        Browser browser = new Browser("198.51.100.64");
        ask(browser, email);
        String code = codeFor(email);

        for (int guess = 0; guess < 5; guess++) {
            assertThat(set(browser, "AAAA-AAAA", CHOSEN).body()).contains("This code is wrong");
        }

        assertThat(set(browser, code, CHOSEN).body()).contains("This code is wrong");
    }

    @Test
    void logsOutWhereSomebodyElseMayBeLoggedIn() throws Exception {
        String email = PasswordPages.address();
        Clients.register(email);
        Browser browser = new Browser("198.51.100.65");
        ask(browser, email);
        set(browser, codeFor(email), CHOSEN);
        Browser other = new Browser("198.51.100.66");
        String refresh = json(other.exchange(identity, other.code(identity, email, CHOSEN))
                        .body())
                .path("refresh_token")
                .asString();

        mail.purgeEmailFromAllMailboxes();
        ask(browser, email);
        set(browser, codeFor(email), CHOSEN + " anew");

        assertThat(other.refresh(identity, refresh).statusCode()).isEqualTo(400);
        assertThat(other.authorize(identity).headers().firstValue("Location").orElseThrow())
                .contains("/login");
    }

    @Test
    void answersAStrangersAddressLikeAKnownOneAndMailsNothing() throws Exception {
        String unknown = PasswordPages.address();
        Browser browser = new Browser("198.51.100.67");

        HttpResponse<String> answer = ask(browser, unknown);

        assertThat(Browser.location(answer)).hasPath("/login/password/code");
        assertThat(browser.get(identity.at("/login/password/code")).statusCode())
                .isEqualTo(200);
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(2)).until(() -> mailTo(unknown) == null);
    }

    @Test
    void mailsTheCodeWhenTheAccountComesAfterTheQuestion() throws Exception {
        String email = PasswordPages.address();
        Browser browser = new Browser("198.51.100.71");
        ask(browser, email);

        String client = Clients.register(email);
        set(browser, codeFor(email), CHOSEN);

        String token = json(browser.exchange(identity, browser.code(identity, email, CHOSEN))
                        .body())
                .path("access_token")
                .asString();
        assertThat(World.read(identity, token).getSubject()).isEqualTo(client);
        assertThat(AtRest.everything(DATABASE)).doesNotContain(email);
    }

    @Test
    void limitsHowOftenACodeIsMailed() throws Exception {
        World.awaitTimeBeforeLimitsBeginAnew();
        String email = PasswordPages.address();
        Browser browser = new Browser("198.51.100.69");
        for (int again = 0; again < 5; again++) {
            ask(browser, email);
        }

        HttpResponse<String> answer = ask(browser, email);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Too many tries");
        long seconds = Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
        assertThat(answer.body()).contains("Try again in " + Math.ceilDiv(seconds, 60) + " min.");
    }

    @Test
    void forgetsAClientWhoIsErased() throws Exception {
        String email = PasswordPages.address();
        String client = Clients.register(email);

        Clients.erase(client);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> DATABASE.getCollection("accounts")
                                .find(Filters.and(Filters.eq("_id", client), Filters.exists("emailToken", false)))
                                .first()
                        != null);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> DATABASE.getCollection("events")
                                .find(Filters.and(
                                        Filters.eq("aggregateId", client),
                                        Filters.eq("type", "identity.ClientDataErased.v1")))
                                .first()
                        != null);
    }

    @Test
    void speaksTheBrowsersLanguage() throws Exception {
        HttpResponse<String> page = new Browser("198.51.100.70").get(identity.at("/login"), "de-AT,de;q=0.9");

        assertThat(page.body()).contains("lang=\"de\"").contains("Passwort vergessen?");
    }
}
