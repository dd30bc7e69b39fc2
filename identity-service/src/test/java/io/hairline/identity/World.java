package io.hairline.identity;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.hairline.kit.Ids;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances as in production over one database, with people who have passwords; started once, on first use. */
final class World {

    static final String PASSWORD = "correct horse battery staple";
    static final String DEMO_PASSWORD = "a demo for everybody";
    static final GreenMail MAIL = mail();
    /** Told a demo's password, which must open nothing outside a demo. */
    static final Instance FIRST = Instance.start(Map.of(
            "hairline.demo", "false", "hairline.demo.password", DEMO_PASSWORD, "hairline.mail.port", mailPort()));

    static final Instance SECOND = Instance.start(Map.of("hairline.mail.port", mailPort()));
    static final MongoDatabase DATABASE = database();
    static final String ADA = person("ada");

    private World() {}

    static String person(String login) {
        String id = Ids.next("per");
        DATABASE.getCollection("accounts")
                .insertOne(new Document("_id", id)
                        .append("login", login)
                        .append("passwordHash", new BCryptPasswordEncoder(4).encode(PASSWORD)));
        return id;
    }

    /** Every limit counts in windows that end on some fifth minute: what is counted up to it must not reach over one. */
    static void awaitTimeBeforeLimitsBeginAnew() {
        await().atMost(Duration.ofMinutes(1)).until(() -> Instant.now().getEpochSecond() % 300 < 270);
    }

    static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    /** Reads an access token as a service does: with the keys that identity publishes. */
    static Jwt read(Instance issuer, String token) {
        return read(
                issuer,
                token,
                JwtValidators.createAtJwtValidator()
                        .issuer(Instance.ISSUER)
                        .audience("hairline-api")
                        .build());
    }

    /** Reads an ID token as the program does that asked for it. */
    static Jwt readIdToken(Instance issuer, String token) {
        return read(issuer, token, JwtValidators.createDefaultWithIssuer(Instance.ISSUER));
    }

    private static Jwt read(Instance issuer, String token, OAuth2TokenValidator<Jwt> validator) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        issuer.at("/oauth2/jwks").toString())
                .build();
        decoder.setJwtValidator(validator);
        return decoder.decode(token);
    }

    private static GreenMail mail() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        return mail;
    }

    private static String mailPort() {
        return String.valueOf(MAIL.getSmtp().getPort());
    }

    private static MongoDatabase database() {
        ConnectionString uri = new ConnectionString(TestInfrastructure.get().mongoUri("identity"));
        return MongoClients.create(uri).getDatabase(Objects.requireNonNull(uri.getDatabase()));
    }
}
