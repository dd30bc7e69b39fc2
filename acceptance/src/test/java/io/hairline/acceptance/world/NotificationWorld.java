package io.hairline.acceptance.world;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.infrastructure.MailServer;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/**
 * What a {@link World} lacks for messages: notification-service as a process, a mail server, and the demo's clock, which
 * every process that is started with {@link #DEMO} follows.
 */
public final class NotificationWorld implements AutoCloseable {

    public static final Map<String, String> DEMO = Map.of("HAIRLINE_DEMO", "true");

    private static final String NOTIFICATION = "notification";
    /** It begins when tests before may have told of 60,000 changes at head office and thousands of bookings. */
    private static final Duration HEARING_ALL = Duration.ofMinutes(15);

    private final World world;
    private final MailServer mail;
    private final Instance notification;
    private final MongoClient mongo;
    private volatile Duration offset = Duration.ZERO;

    private NotificationWorld(World world, MailServer mail, Instance notification) {
        this.world = world;
        this.mail = mail;
        this.notification = notification;
        this.mongo = MongoClients.create(world.servers().mongoUri(NOTIFICATION));
    }

    public static NotificationWorld open(World world) {
        MailServer mail = new MailServer(
                ProjectFolder.find().mailJars(),
                World.target().resolve("mail.pid"),
                World.target().resolve("mail.log"),
                Ports.free(),
                Ports.free());
        mail.start();
        Instance notification = new Instance(
                world.servers(),
                World.command(world.servers(), NOTIFICATION),
                NOTIFICATION,
                World.settings(world.servers(), NOTIFICATION));
        notification.ensureStarted(Map.of(
                "HAIRLINE_DEMO",
                "true",
                "HAIRLINE_MAIL_HOST",
                "127.0.0.1",
                "HAIRLINE_MAIL_PORT",
                String.valueOf(mail.port())));
        return new NotificationWorld(world, mail, notification.awaitReady(HEARING_ALL));
    }

    /** Business time, as the processes of the demo have it as soon as they have heard of the last move. */
    public Instant now() {
        return Instant.now().plus(offset);
    }

    public void moveTo(Instant instant) {
        offset = Duration.between(Instant.now(), instant);
        String topic = world.servers().namespace() + Topics.DEMO_CLOCK;
        try (var producer =
                new KafkaProducer<>(world.servers().kafkaClient(), new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>(topic, 0, offset.toString(), offset.toString()));
        }
    }

    /** The ledger of messages. */
    public MongoCollection<Document> ledger() {
        String uri = world.servers().mongoUri(NOTIFICATION);
        return mongo.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()))
                .getCollection("messages");
    }

    /** All mail that has reached this address, as the mail server tells it. */
    public Mailbox mailbox() {
        return new Mailbox(URI.create("http://127.0.0.1:" + mail.inboxPort()));
    }

    @Override
    public void close() {
        notification.kill();
        mail.stop();
        mongo.close();
    }
}
