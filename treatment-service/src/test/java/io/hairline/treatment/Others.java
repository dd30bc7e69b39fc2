package io.hairline.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.ClientRegistered;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RegionOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.time.DemoClock;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Head office, booking and notification as treatment hears them: their events on their topics, in the envelope of their relays. */
public final class Others implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int EVENING = 20;

    private final KafkaProducer<String, byte[]> producer;
    private final HairlineProperties hairline;
    private final MongoTemplate treatment;
    private final Clock clock;
    private final DemoClock demoClock;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    Others(HairlineProperties hairline, MongoTemplate treatment, Clock clock, DemoClock demoClock) {
        this.producer = new KafkaProducer<>(
                TestInfrastructure.get().kafkaClient(), new StringSerializer(), new ByteArraySerializer());
        this.hairline = hairline;
        this.treatment = treatment;
        this.clock = clock;
        this.demoClock = demoClock;
    }

    public TestClinic clinic() {
        return clinic("GB-LND");
    }

    /** One whose practitioner is licensed there, at an hour from which minutes don't lead into the next local day. */
    public TestClinic clinic(String jurisdiction) {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        if (now.getHour() >= EVENING) {
            demoClock.moveTo(
                    now.toLocalDate().plusDays(1).atTime(10, 0).atZone(ZONE).toInstant());
        }
        TestClinic clinic = new TestClinic(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new RegionId(Ids.next(RegionId.PREFIX)),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                person(),
                person(),
                person(),
                person());
        List<HeadOfficeEvent> events = new ArrayList<>(List.of(
                new RegionOpened(clinic.region(), "T", "Test"),
                new ClinicOpened(
                        clinic.id(),
                        "T1",
                        "Clinic",
                        clinic.region(),
                        new OwnerId(Ids.next(OwnerId.PREFIX)),
                        jurisdiction,
                        ZONE.getId(),
                        "GBP",
                        51.5,
                        -0.12,
                        List.of(),
                        null,
                        null),
                new PractitionerJoined(clinic.practitioner(), "Kim", List.of("CONSULTATION", "SESSION_1")),
                new LicenceGranted(
                        new LicenceId(Ids.next(LicenceId.PREFIX)),
                        clinic.practitioner(),
                        jurisdiction,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2099, 12, 31))));
        events.addAll(role(clinic.manager(), Role.CLINIC_MANAGER, null, clinic.id(), null));
        events.addAll(role(clinic.desk(), Role.FRONT_DESK, null, clinic.id(), null));
        events.addAll(role(clinic.artist(), Role.PRACTITIONER, null, clinic.id(), clinic.practitioner()));
        events.addAll(role(clinic.regionManager(), Role.REGION_MANAGER, clinic.region(), null, null));
        tell(events);
        return clinic;
    }

    public String boss() {
        String boss = person();
        tell(role(boss, Role.HEAD_OFFICE, null, null, null));
        return boss;
    }

    private static String person() {
        return Ids.next(PersonId.PREFIX);
    }

    private static List<HeadOfficeEvent> role(
            String person,
            Role role,
            @Nullable RegionId region,
            @Nullable ClinicId clinic,
            @Nullable PractitionerId practitioner) {
        PersonId id = new PersonId(person);
        return List.of(new PersonEnrolled(id, person), new RoleAssigned(id, role, region, clinic, practitioner));
    }

    /** A client called Robin Test. */
    public ClientId client(TestClinic home) {
        ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
        name(client, 1, "Robin", "Test");
        tell(List.of(new ClientRegistered(client, home.id(), 1, List.of())));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> treatment.findById(client.value(), Document.class, "client_names") != null);
        return client;
    }

    /** What booking tells of a client's name. */
    public void name(ClientId client, long version, String given, String family) {
        ClientContact contact = new ClientContact(
                client, version, given, family, "robin@example.org", "+442071234567", "en", ZONE.getId(), null, null);
        var _ = producer.send(new ProducerRecord<>(
                hairline.topic(Topics.BOOKING_CONTACTS),
                client.value(),
                EventJson.mapper().writeValueAsBytes(contact)));
        producer.flush();
    }

    /** A time in the diary of the same local day, some minutes from now. */
    public AppointmentSlot slot(TestClinic clinic, String serviceCode) {
        Instant startsAt = clock.instant().plus(Duration.ofMinutes(5));
        return new AppointmentSlot(
                clinic.id(),
                clinic.practitioner(),
                new ChairId(Ids.next(ChairId.PREFIX)),
                serviceCode,
                startsAt,
                startsAt.plus(Duration.ofMinutes(45)),
                LocalDateTime.ofInstant(startsAt, ZONE),
                ZONE.getId());
    }

    /** An appointment that the clinic's desk booked. */
    public AppointmentId appointment(TestClinic clinic, ClientId client, String serviceCode) {
        return appointment(clinic.desk(), client, slot(clinic, serviceCode));
    }

    public AppointmentId appointment(String bookedBy, ClientId client, AppointmentSlot slot) {
        AppointmentId id = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        tell(bookedBy, List.of(new AppointmentBooked(id, client, slot, null)));
        return id;
    }

    /** Sends events and returns when treatment has heard them all. */
    public void tell(List<? extends DomainEvent> events) {
        tell("test", events);
    }

    public void tell(String actor, List<? extends DomainEvent> events) {
        events.forEach(it -> send(actor, it, versions.merge(it.subject(), 1L, Long::sum)));
        producer.flush();
        // A look ends at the first that is missing: to name all of them, fifty times a second, takes a quarter of a
        // core.
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> events.forEach(
                        it -> assertThat(heard(it)).as("%s", it).isGreaterThanOrEqualTo(versions.get(it.subject()))));
    }

    /** Sends an event as its aggregate's this version, whether it came before or not. */
    public void send(DomainEvent event, long version) {
        send("test", event, version);
    }

    private void send(String actor, DomainEvent event, long version) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                hairline.topic(topic(event)),
                event.subject(),
                EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        add(record, Attributes.SPEC_VERSION, "1.0");
        add(record, Attributes.ID, Ids.next("evt"));
        add(record, Attributes.SOURCE, Attributes.sourceOf(topic(event)));
        add(record, Attributes.TYPE, WireNames.nameOf(event.getClass()));
        add(record, Attributes.TIME, clock.instant().toString());
        add(record, Attributes.RECORDED_AT, Instant.now().toString());
        add(record, Attributes.SUBJECT, event.subject());
        add(record, Attributes.AGGREGATE_VERSION, Long.toString(version));
        add(record, Attributes.ACTOR, actor);
        add(record, Attributes.CONTENT_TYPE, "application/json");
        ClinicId clinic = event.clinic();
        if (clinic != null) {
            add(record, Attributes.CLINIC_ID, clinic.value());
        }
        var _ = producer.send(record);
    }

    private static String topic(DomainEvent event) {
        return switch (event) {
            case BookingEvent _ -> Topics.BOOKING_EVENTS;
            case NotificationEvent _ -> Topics.NOTIFICATION_EVENTS;
            default -> Topics.HEADOFFICE_EVENTS;
        };
    }

    private static void add(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private long heard(DomainEvent event) {
        Document row = treatment.findById(topic(event) + "|" + event.subject(), Document.class, "inbox");
        return row == null ? 0 : row.getLong("version");
    }

    @Override
    public void close() {
        producer.close();
    }
}
