package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventJson;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The other services as notification hears them: their events, their ticks, and how to reach a client. */
public final class Others implements AutoCloseable {

    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final int PARTITIONS = 12;

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaProducer<String, byte[]> contacts;
    private final HairlineProperties hairline;
    private final MongoTemplate mongo;
    private final Clock clock;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    Others(HairlineProperties hairline, MongoTemplate mongo, Clock clock) {
        this.producer = producer(Map.of());
        this.contacts = producer(Map.of("transactional.id", hairline.namespace() + "test.contacts"));
        this.contacts.initTransactions();
        this.hairline = hairline;
        this.mongo = mongo;
        this.clock = clock;
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, String> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.putAll(TestInfrastructure.get().kafkaClient());
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    public Instant now() {
        return clock.instant();
    }

    /** Sends an event as it happens now, and returns when it has been heard. */
    public void tell(DomainEvent event) {
        tell(event, "test", now());
    }

    public void tell(DomainEvent event, String actor, Instant time) {
        say(event, actor, time);
        awaitHeard(event);
    }

    /** Something that was planned for this client has come to this, or will within a while. */
    public void awaitStatus(ClientContact client, String template, String channel, String status) {
        await().atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(statuses(client, template, channel)).containsExactly(status));
    }

    public List<String> statuses(ClientContact client, String template, String channel) {
        return mongo
                .find(
                        Query.query(Criteria.where("about.clientId")
                                .is(client.clientId().value())
                                .and("about.templateCode")
                                .is(template)
                                .and("about.channelCode")
                                .is(channel)),
                        Document.class,
                        "messages")
                .stream()
                .map(it -> it.getString("status"))
                .toList();
    }

    /** Sends without waiting. */
    public void say(DomainEvent event, String actor, Instant time) {
        send(event, versions.merge(line(event), 1L, Long::sum), actor, time);
    }

    public void send(DomainEvent event, long version, String actor, Instant time) {
        send(event, version, actor, time, time);
    }

    /** Sends what happened then and is only told now. */
    public void tellHistory(DomainEvent event, Instant then) {
        send(event, versions.merge(line(event), 1L, Long::sum), "test", then, now());
        awaitHeard(event);
    }

    private void send(DomainEvent event, long version, String actor, Instant time, Instant recordedAt) {
        versions.merge(line(event), version, Math::max);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                hairline.topic(topic(event)),
                event.subject(),
                EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        add(record, Attributes.SPEC_VERSION, "1.0");
        add(record, Attributes.ID, Ids.next("evt"));
        add(record, Attributes.SOURCE, Attributes.sourceOf(topic(event)));
        add(record, Attributes.TYPE, WireNames.nameOf(event.getClass()));
        add(record, Attributes.TIME, time.toString());
        add(record, Attributes.RECORDED_AT, recordedAt.toString());
        add(record, Attributes.SUBJECT, event.subject());
        add(record, Attributes.AGGREGATE_VERSION, Long.toString(version));
        add(record, Attributes.ACTOR, actor);
        add(record, Attributes.CONTENT_TYPE, "application/json");
        ClinicId clinic = event.clinic();
        if (clinic != null) {
            add(record, Attributes.CLINIC_ID, clinic.value());
        }
        var _ = producer.send(record);
        producer.flush();
    }

    public void awaitHeard(DomainEvent event) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(heard(event)).isGreaterThanOrEqualTo(versions.getOrDefault(line(event), 0L)));
    }

    private long heard(DomainEvent event) {
        Document row = mongo.findById(line(event), Document.class, "inbox");
        return row == null ? 0 : row.getLong("version");
    }

    /** Two services may each tell of the same thing, in versions of their own. */
    private static String line(DomainEvent event) {
        return topic(event) + "|" + event.subject();
    }

    private static String topic(DomainEvent event) {
        return switch (event) {
            case HeadOfficeEvent _ -> Topics.HEADOFFICE_EVENTS;
            case BookingEvent _ -> Topics.BOOKING_EVENTS;
            default -> Topics.TREATMENT_EVENTS;
        };
    }

    private static void add(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** All that booking and treatment have said until now has been heard, they say. */
    public void tick() {
        tick(Topics.BOOKING_EVENTS, now());
        tick(Topics.TREATMENT_EVENTS, now());
    }

    public void tick(String topic, Instant time) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            ProducerRecord<String, byte[]> tick =
                    new ProducerRecord<>(hairline.topic(topic), (Integer) partition, (String) null, new byte[0]);
            add(tick, Attributes.SOURCE, Attributes.sourceOf(topic));
            add(tick, Attributes.TYPE, Attributes.TICK);
            add(tick, Attributes.TIME, time.toString());
            var _ = producer.send(tick);
        }
        producer.flush();
    }

    /** Somebody who is awake now, wherever that is. */
    public ClientContact client(String language) {
        return client(language, zoneWhereItIs(12));
    }

    public ClientContact client(String language, ZoneId zone) {
        return client(language, zone, "");
    }

    /** Many who are awake now, heard of together. */
    public List<ClientContact> clients(int count, String language) {
        List<ClientContact> clients = Stream.generate(() -> introduced(language, zoneWhereItIs(12), ""))
                .limit(count)
                .toList();
        clients.forEach(this::awaitKnown);
        return clients;
    }

    /** With a mailbox that {@link FaultyMail} has something against. */
    public ClientContact client(String language, ZoneId zone, String fault) {
        ClientContact client = introduced(language, zone, fault);
        awaitKnown(client);
        return client;
    }

    private ClientContact introduced(String language, ZoneId zone, String fault) {
        int number = CLIENTS.incrementAndGet();
        ClientContact contact = new ClientContact(
                new ClientId(Ids.next(ClientId.PREFIX)),
                1,
                "Ada",
                "Byron " + number,
                "ada" + number + fault + "@example.com",
                "+447400%06d".formatted(number),
                language,
                zone.getId(),
                null,
                null);
        publish(contact);
        return contact;
    }

    private void awaitKnown(ClientContact client) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mongo.findById(client.clientId().value(), Document.class, "contacts") != null);
    }

    /** Where the clock on the wall shows this hour, more or less, at this moment. */
    public ZoneId zoneWhereItIs(int hour) {
        int utc = now().atOffset(ZoneOffset.UTC).getHour();
        int ahead = Math.floorMod(hour - utc, 24);
        int offset = ahead > 12 ? ahead - 24 : ahead;
        return ZoneId.of("Etc/GMT" + (offset <= 0 ? "+" + -offset : "-" + offset));
    }

    public void publish(ClientContact contact) {
        publish(contact.clientId(), EventJson.mapper().writeValueAsBytes(contact));
    }

    public void erase(ClientId client) {
        publish(client, null);
    }

    public synchronized void publish(ClientId client, byte @org.jspecify.annotations.Nullable [] state) {
        contacts.beginTransaction();
        var _ = contacts.send(new ProducerRecord<>(hairline.topic(Topics.BOOKING_CONTACTS), client.value(), state));
        contacts.commitTransaction();
    }

    /** A clinic with somebody at its desk. */
    public TestClinic clinic(String name, String zone) {
        TestClinic clinic = new TestClinic(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new RegionId(Ids.next(RegionId.PREFIX)),
                ZoneId.of(zone),
                Ids.next(PersonId.PREFIX));
        tell(new ClinicOpened(
                clinic.id(),
                "T1",
                name,
                clinic.region(),
                new OwnerId(Ids.next(OwnerId.PREFIX)),
                "GB-LND",
                zone,
                "GBP",
                51.5,
                -0.12,
                List.of(),
                null,
                null));
        role(clinic.desk(), Role.FRONT_DESK, clinic.id());
        return clinic;
    }

    public void role(String person, Role role, @org.jspecify.annotations.Nullable ClinicId clinic) {
        PersonId id = new PersonId(person);
        tell(new PersonEnrolled(id, person));
        tell(new RoleAssigned(id, role, null, clinic, null));
    }

    @Override
    public void close() {
        producer.close();
        contacts.close();
    }
}
