package io.hairline.booking.network;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.geo2dsphere;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.SessionSynchronization;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the copy. Who and what is asked for one by one, and by every booking, is remembered until anything of the copy
 * changes; an instance looks for that twice a second.
 */
@Repository
public class Network implements Indexes {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** If a server that has just lost its place as the primary told of a time before the change. */
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10_000;
    private static final int EARTH_RADIUS_METRES = 6_371_000;

    private final MongoTemplate mongo;
    /** Takes part in no transaction: what is remembered mustn't be older than the look before it. */
    private final MongoTemplate latest;

    private volatile Remembered remembered = new Remembered(-1);
    private volatile long goodUntil = System.nanoTime();

    Network(MongoTemplate mongo) {
        this.mongo = mongo;
        this.latest = new MongoTemplate(mongo.getMongoDatabaseFactory(), mongo.getConverter());
        latest.setSessionSynchronization(SessionSynchronization.NEVER);
    }

    /** What is known as of so many changes. */
    private record Remembered(
            long changes,
            Cache<ClinicId, Optional<Clinic>> clinics,
            Cache<PractitionerId, Optional<Practitioner>> practitioners,
            Cache<String, Brand> brand) {

        Remembered(long changes) {
            this(changes, cache(), cache(), cache());
        }

        private static <K, V> Cache<K, V> cache() {
            return Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterWrite(AT_MOST)
                    .build();
        }
    }

    private record Brand(Map<String, Offer> offers, BookingPolicy policy) {}

    private Remembered remembered() {
        if (System.nanoTime() - goodUntil >= 0) {
            look();
        }
        return remembered;
    }

    private synchronized void look() {
        long now = System.nanoTime();
        if (now - goodUntil < 0) {
            return;
        }
        long changes = CopyChanges.counted(latest);
        if (changes != remembered.changes()) {
            remembered = new Remembered(changes);
        }
        goodUntil = now + LOOK_EVERY.toNanos();
    }

    /** What this instance has just heard is in force at once, when the transaction that keeps it is through. */
    void changes(String subject) {
        CopyChanges.count(mongo, subject);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lookAgain();
            }
        });
    }

    private synchronized void lookAgain() {
        goodUntil = System.nanoTime();
    }

    private Brand brand() {
        return remembered().brand().get(BookingPolicies.ID, _ -> {
            Map<String, Offer> offers =
                    latest.findAll(Offer.class).stream().collect(Collectors.toMap(Offer::code, Function.identity()));
            BookingPolicy policy = Optional.ofNullable(latest.findById(BookingPolicies.ID, BookingPolicies.class))
                    .map(BookingPolicies::booking)
                    .orElse(BookingPolicies.DEFAULT);
            return new Brand(offers, policy);
        });
    }

    public Offer offer(String serviceCode) {
        Offer offer = brand().offers().get(serviceCode);
        if (offer == null) {
            throw Refusal.input("serviceCode", "is not a service of the brand; GET /api/v1/services lists them");
        }
        return offer;
    }

    /** Whether a service is in the catalogue. */
    public boolean offers(String serviceCode) {
        return brand().offers().containsKey(serviceCode);
    }

    public BookingPolicy policy() {
        return brand().policy();
    }

    public Optional<Clinic> clinic(ClinicId id) {
        return remembered().clinics().get(id, it -> Optional.ofNullable(latest.findById(it, Clinic.class)));
    }

    public List<Clinic> clinics(Collection<ClinicId> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), Clinic.class);
    }

    public List<Clinic> clinicsIn(RegionId region, int most) {
        return mongo.find(Query.query(Criteria.where("regionId").is(region)).limit(most), Clinic.class);
    }

    /** Nearest first. */
    public List<Clinic> clinicsNear(double latitude, double longitude, double radiusKm, int most) {
        Criteria near = Criteria.where("location")
                .nearSphere(new GeoJsonPoint(longitude, latitude))
                .maxDistance(Math.min(radiusKm * 1_000, EARTH_RADIUS_METRES * Math.PI));
        return mongo.find(Query.query(near).limit(most), Clinic.class);
    }

    public Optional<Practitioner> practitioner(PractitionerId id) {
        return remembered().practitioners().get(id, it -> Optional.ofNullable(latest.findById(it, Practitioner.class)));
    }

    /** Everybody who has a weekly plan in one of the clinics. */
    public List<Practitioner> practitionersOf(Collection<ClinicId> clinics) {
        return mongo.find(Query.query(Criteria.where("clinicIds").in(clinics)), Practitioner.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("clinics").createIndex(geo2dsphere("location"));
        database.getCollection("clinics").createIndex(ascending("regionId"));
        database.getCollection(Practitioner.COLLECTION).createIndex(ascending("clinicIds"));
    }
}
