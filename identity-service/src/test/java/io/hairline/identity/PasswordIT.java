package io.hairline.identity;

import static io.hairline.identity.World.DATABASE;
import static io.hairline.identity.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.mongodb.client.model.Filters;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.testing.AtRest;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A first password and a new one, by a code from a real mail; nothing tells a stranger who is known. */
class PasswordIT {

    private static final String CHOSEN = "four plain words together";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

    private final GreenMail mail = World.MAIL;
    private final Instance identity = World.FIRST;

    @Test
    void givesAClientTheFirstPasswordAndLogsTheClientIn() throws Exception {
        String email = address();
        String client = register(email);
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
        String email = address();
        register(email);
        Browser browser = new Browser("198.51.100.62");
        ask(browser, email);
        String code = codeFor(email);
        Browser thief = new Browser("198.51.100.63");
        ask(thief, address());

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
        String email = address();
        register(email);
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
        String email = address();
        register(email);
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
        String unknown = address();
        Browser browser = new Browser("198.51.100.67");

        HttpResponse<String> answer = ask(browser, unknown);

        assertThat(Browser.location(answer)).hasPath("/login/password/code");
        assertThat(browser.get(identity.at("/login/password/code")).statusCode())
                .isEqualTo(200);
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(2)).until(() -> mailTo(unknown) == null);
    }

    @Test
    void mailsTheCodeWhenTheAccountComesAfterTheQuestion() throws Exception {
        String email = address();
        Browser browser = new Browser("198.51.100.71");
        ask(browser, email);

        String client = register(email);
        set(browser, codeFor(email), CHOSEN);

        String token = json(browser.exchange(identity, browser.code(identity, email, CHOSEN))
                        .body())
                .path("access_token")
                .asString();
        assertThat(World.read(identity, token).getSubject()).isEqualTo(client);
        assertThat(AtRest.everything(DATABASE)).doesNotContain(email);
    }

    @Test
    void mailsNoCodeToAnAddressThatTwoPeopleShare() throws Exception {
        String email = address();
        register(email);
        register(email);
        Browser browser = new Browser("198.51.100.68");

        ask(browser, email);

        await().atMost(Duration.ofSeconds(10)).until(() -> mailTo(email) != null);
        assertThat(GreenMailUtil.getBody(mailTo(email)))
                .contains("Several people")
                .doesNotContainPattern(CODE);
    }

    @Test
    void limitsHowOftenACodeIsMailed() throws Exception {
        World.awaitTimeBeforeLimitsBeginAnew();
        String email = address();
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
        String email = address();
        String client = register(email);

        tell(client, null);

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

    private HttpResponse<String> ask(Browser browser, String email) throws IOException, InterruptedException {
        String page = browser.get(identity.at("/login/password")).body();
        return browser.post(identity.at("/login/password"), Map.of("login", email, "_csrf", csrf(page)));
    }

    private HttpResponse<String> set(Browser browser, String code, String password)
            throws IOException, InterruptedException {
        String page = browser.get(identity.at("/login/password/code")).body();
        return browser.post(
                identity.at("/login/password/code"), Map.of("code", code, "password", password, "_csrf", csrf(page)));
    }

    private static String csrf(String page) {
        Matcher found = CSRF.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String codeFor(String email) {
        await().atMost(Duration.ofSeconds(10)).until(() -> mailTo(email) != null);
        Matcher code = CODE.matcher(GreenMailUtil.getBody(mailTo(email)));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private @Nullable MimeMessage mailTo(String email) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(it -> recipients(it).contains(email))
                .findFirst()
                .orElse(null);
    }

    private static String recipients(MimeMessage message) {
        return GreenMailUtil.getAddressList(recipientsOf(message));
    }

    private static Address[] recipientsOf(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address() {
        return "person-" + Long.toString(System.nanoTime(), 36) + "@example.org";
    }

    /** As booking does when a client registers; comes back when identity knows the client. */
    private static String register(String email) throws InterruptedException, ExecutionException {
        ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
        ClientContact contact = new ClientContact(client, 1, "Ada", "L", email, "+49301", "en", "Europe/Berlin");
        tell(client.value(), EventJson.mapper().writeValueAsBytes(contact));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> DATABASE.getCollection("accounts")
                                .find(Filters.eq("_id", client.value()))
                                .first()
                        != null);
        return client.value();
    }

    private static void tell(String client, byte @Nullable [] state) throws InterruptedException, ExecutionException {
        TestInfrastructure servers = TestInfrastructure.get();
        Map<String, Object> config = servers.kafkaClient();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(servers.namespace() + Topics.BOOKING_CONTACTS, client, state))
                    .get();
        }
    }
}
