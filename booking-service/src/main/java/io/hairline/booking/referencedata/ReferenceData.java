package io.hairline.booking.referencedata;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.geo2dsphere;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.SessionSynchronization;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the copy. Clinics, practitioners and the catalogue, which every booking asks for, are remembered until anything
 * of the copy changes; an instance looks for that twice a second.
 */
@Repository
public class ReferenceData implements Indexes {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    /** If a server that has just lost its place as the primary told of a time before the change. */
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10_000;
    private static final int EARTH_RADIUS_METRES = 6_371_000;

    private final MongoTemplate mongo;
    private final Clock clock;
    /** Takes part in no transaction: what is remembered mustn't be older than the look before it. */
    private final MongoTemplate latest;

    private volatile Remembered remembered = new Remembered(-1);
    private volatile long goodUntil = System.nanoTime();
    private final AtomicLong heard = new AtomicLong();
    private final ReentrantLock looking = new ReentrantLock();

    ReferenceData(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        this.latest = new MongoTemplate(mongo.getMongoDatabaseFactory(), mongo.getConverter());
        latest.setSessionSynchronization(SessionSynchronization.NEVER);
    }

    /**
     * What is known as of so many changes.
     *
     * @param since on the JVM's own clock
     */
    private record Remembered(
            long changes,
            long since,
            Cache<ClinicId, Optional<Clinic>> clinics,
            Cache<PractitionerId, Optional<Practitioner>> practitioners,
            Cache<ClinicId, List<Practitioner>> staff,
            Cache<String, List<PolicyLayer>> policies,
            AtomicReference<@Nullable Map<String, ServiceOffering>> offers) {

        Remembered(long changes) {
            this(changes, System.nanoTime(), cache(), cache(), cache(), cache(), new AtomicReference<>());
        }

        private static <K, V> Cache<K, V> cache() {
            return Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
        }

        boolean isAsOf(long counted) {
            return changes == counted && System.nanoTime() - since < AT_MOST.toNanos();
        }
    }

    private Remembered remembered() {
        if (isOld() && oneLooks()) {
            try {
                if (isOld()) {
                    look();
                }
            } finally {
                looking.unlock();
            }
        }
        return remembered;
    }

    private boolean isOld() {
        return System.nanoTime() - goodUntil >= 0;
    }

    /** While the database is away no thread waits for the one that looks: what is remembered is used. */
    private boolean oneLooks() {
        try {
            return looking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void look() {
        long start = System.nanoTime();
        long before = heard.get();
        long changes = ReferenceDataVersion.counted(latest);
        if (!remembered.isAsOf(changes)) {
            remembered = new Remembered(changes);
        }
        if (heard.get() == before) {
            goodUntil = start + LOOK_EVERY.toNanos();
        }
    }

    /** What this instance has just heard is in force at once, when the transaction that keeps it is through. */
    void changes(String subject) {
        ReferenceDataVersion.count(mongo, subject);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                heard.incrementAndGet();
                goodUntil = System.nanoTime();
            }
        });
    }

    private Map<String, ServiceOffering> offers() {
        AtomicReference<@Nullable Map<String, ServiceOffering>> offers =
                remembered().offers();
        Map<String, ServiceOffering> known = offers.get();
        if (known != null) {
            return known;
        }
        Map<String, ServiceOffering> read = latest.findAll(ServiceOffering.class).stream()
                .collect(Collectors.toMap(ServiceOffering::code, Function.identity()));
        offers.set(read);
        return read;
    }

    public ServiceOffering offer(String serviceCode) {
        ServiceOffering offer = offers().get(serviceCode);
        if (offer == null) {
            throw Refusal.input("serviceCode", "is not a service of the brand; GET /api/v1/services lists them");
        }
        return offer;
    }

    /**
     * The most that a service costs in a currency on a local day, with every zone, the highest density and numbing; absent for
     * one whose price is agreed with each client.
     */
    public Optional<Money> highestPrice(String serviceCode, String currency, LocalDate day) {
        return Optional.ofNullable(offers().get(serviceCode))
                .flatMap(it -> ServicePrice.on(day, currency, it.listPrice(), it.prices()))
                .map(ServicePrice::highestWithNumbing);
    }

    /** Whether a service is free in every currency. */
    public boolean isFree(String serviceCode) {
        return Optional.ofNullable(offers().get(serviceCode))
                .map(ServiceOffering::listPrice)
                .filter(it -> it.amount().signum() == 0)
                .isPresent();
    }

    /** Whether a service is in the catalogue. */
    public boolean offers(String serviceCode) {
        return offers().containsKey(serviceCode);
    }

    /** The policy that holds in a clinic on its local day: the brand's with what its region and the clinic do otherwise. */
    public BookingPolicy policy(ClinicId id) {
        Optional<Clinic> clinic = clinic(id);
        LocalDate today = clinic.map(it -> LocalDate.ofInstant(clock.instant(), it.zoneId()))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<List<PolicyLayer>> layers = Stream.of(
                        Optional.of(BookingPolicies.BRAND),
                        clinic.map(it -> it.regionId().value()),
                        Optional.of(id.value()))
                .flatMap(Optional::stream)
                .map(this::layers)
                .toList();
        return PolicyLayer.effective(today, BookingPolicies.DEFAULT, layers);
    }

    private List<PolicyLayer> layers(String layer) {
        return remembered()
                .policies()
                .get(
                        layer,
                        it -> Optional.ofNullable(latest.findById(it, BookingPolicies.class))
                                .map(BookingPolicies::layers)
                                .orElse(List.of()));
    }

    public Optional<Clinic> clinic(ClinicId id) {
        return remembered().clinics().get(id, it -> Optional.ofNullable(latest.findById(it, Clinic.class)));
    }

    /** Those of them that there are, each once. */
    public List<Clinic> clinics(Collection<ClinicId> ids) {
        return ids.stream().distinct().flatMap(it -> clinic(it).stream()).toList();
    }

    public List<Clinic> clinicsIn(RegionId region, int most) {
        return mongo.find(Query.query(Criteria.where("regionId").is(region)).limit(most), Clinic.class);
    }

    /** Nearest first, without those that are closed for good everywhere by now. */
    public List<Clinic> clinicsNear(double latitude, double longitude, double radiusKm, int most) {
        Criteria near = Criteria.where("location")
                .nearSphere(new GeoJsonPoint(longitude, latitude))
                .maxDistance(Math.min(radiusKm * 1_000, EARTH_RADIUS_METRES * Math.PI))
                .and("closedFrom")
                .not()
                .lte(PolicyLayer.atOnce(clock.instant()));
        return mongo.find(Query.query(near).limit(most), Clinic.class);
    }

    public Optional<Practitioner> practitioner(PractitionerId id) {
        return remembered().practitioners().get(id, it -> Optional.ofNullable(latest.findById(it, Practitioner.class)));
    }

    /** Everybody who has a weekly plan in one of the clinics, each once. */
    public List<Practitioner> practitionersOf(Collection<ClinicId> clinics) {
        Map<PractitionerId, Practitioner> found = new LinkedHashMap<>();
        remembered()
                .staff()
                .getAll(clinics, this::staff)
                .values()
                .forEach(staff -> staff.forEach(it -> found.put(it.id(), it)));
        return List.copyOf(found.values());
    }

    private Map<ClinicId, List<Practitioner>> staff(Set<? extends ClinicId> clinics) {
        List<Practitioner> all =
                latest.find(Query.query(Criteria.where("clinicIds").in(clinics)), Practitioner.class);
        return clinics.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        clinic -> all.stream()
                                .filter(it -> it.clinicIds().contains(clinic))
                                .toList()));
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("clinics").createIndex(geo2dsphere("location"));
        database.getCollection("clinics").createIndex(ascending("regionId"));
        database.getCollection(Practitioner.COLLECTION).createIndex(ascending("clinicIds"));
    }
}
