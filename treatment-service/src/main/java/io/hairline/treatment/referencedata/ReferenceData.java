package io.hairline.treatment.referencedata;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.Contraindications;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Indexes;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.merge.MergedIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Reads the copies. {@code require…} waits for what may be on its way; outside transactions only. */
@Repository
public class ReferenceData implements Indexes {

    private static final String CLIENT = "clientId";
    private static final String CLINIC = "clinicId";
    private static final String PRACTITIONER = "practitionerId";
    private static final String STARTS = "startsAt";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    ReferenceData(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    public Optional<Clinic> findClinic(ClinicId id) {
        return Optional.ofNullable(mongo.findById(id, Clinic.class));
    }

    public List<ClinicId> allClinics() {
        return mongo.findAll(Clinic.class).stream().map(Clinic::id).toList();
    }

    /** The clinics of a region. */
    public List<ClinicId> clinicsOf(RegionId region) {
        return mongo.find(Query.query(Criteria.where("regionId").is(region)), Clinic.class).stream()
                .map(Clinic::id)
                .toList();
    }

    public Clinic requireClinic(ClinicId id) {
        return ReplicaWait.await(() -> findClinic(id));
    }

    /** How long the scalp heals between two sessions in a clinic on a local day; the default until head office publishes a policy. */
    public HealingRule healingRule(Clinic clinic, LocalDate day) {
        return Objects.requireNonNullElse(policy(layersOf(clinic), day).healing(), HealingRule.DEFAULT);
    }

    /**
     * The first local day of its clinic on which a session may count as healed: the first on which a further one is allowed
     * at all, by the policy that is in force now.
     */
    public LocalDate healedFrom(ClinicId id, Instant session, Instant now) {
        Clinic clinic = requireClinic(id);
        LocalDate today = LocalDate.ofInstant(now, clinic.zoneId());
        return LocalDate.ofInstant(session, clinic.zoneId())
                .plusDays(healingRule(clinic, today).floorDays());
    }

    /** What the answers about health mean in a clinic on a local day; the default until head office publishes a policy. */
    public HealthRules healthRules(ClinicId id, LocalDate day) {
        return findClinic(id).map(it -> healthRules(it, day)).orElse(HealthRules.DEFAULT);
    }

    private HealthRules healthRules(Clinic clinic, LocalDate day) {
        List<PolicyCopy> layers = layersOf(clinic);
        List<HealthRules.Version> versions = layers.stream()
                .flatMap(layer -> PolicyLayer.on(day, layer.layers())
                        .filter(it -> it.values().contraindications() != null
                                || it.locked().contains(PolicyField.CONTRAINDICATIONS.fieldName()))
                        .map(it ->
                                new HealthRules.Version(levelOf(layer, clinic), layer.numberOf(it.from()), it.from()))
                        .stream())
                .toList();
        return new HealthRules(Contraindications.orDefault(policy(layers, day).contraindications()), versions);
    }

    private static String levelOf(PolicyCopy layer, Clinic clinic) {
        return switch (layer.id()) {
            case PolicyCopy.BRAND -> "BRAND";
            case String it when it.equals(clinic.id().value()) -> "CLINIC";
            default -> "REGION";
        };
    }

    private List<PolicyCopy> layersOf(Clinic clinic) {
        return Stream.of(
                        PolicyCopy.BRAND, clinic.regionId().value(), clinic.id().value())
                .flatMap(it -> Stream.ofNullable(mongo.findById(it, PolicyCopy.class)))
                .toList();
    }

    private static BookingPolicy policy(List<PolicyCopy> layers, LocalDate day) {
        return PolicyLayer.effective(
                day, PolicyCopy.DEFAULT, layers.stream().map(PolicyCopy::layers).toList());
    }

    /** What a service costs in a clinic on its local day; absent for what the catalogue has no price for in its currency. */
    public Optional<ServicePrice> price(String serviceCode, Clinic clinic, LocalDate day) {
        return Optional.ofNullable(mongo.findById(serviceCode, ServiceOffering.class))
                .flatMap(it -> ServicePrice.on(day, clinic.currency(), it.listPrice(), it.prices()));
    }

    public Optional<Practitioner> findPractitioner(PractitionerId id) {
        return Optional.ofNullable(mongo.findById(id, Practitioner.class));
    }

    /** What the practitioner is called in the clinic; absent for one who is unknown, and for nobody. */
    public @Nullable String nameOf(@Nullable PractitionerId id) {
        return Optional.ofNullable(id)
                .flatMap(this::findPractitioner)
                .map(Practitioner::displayName)
                .orElse(null);
    }

    /** The home clinics of a person: one, or those of all records that were merged. */
    public Set<ClinicId> homesOf(ClientId id) {
        return mongo.find(Query.query(mergedClients.in("_id", id)), Client.class).stream()
                .map(Client::homeClinicId)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Client> findClient(ClientId id) {
        return Optional.ofNullable(mongo.findById(mergedClients.survivor(id), Client.class));
    }

    public Client requireClient(ClientId id) {
        return ReplicaWait.await(() -> findClient(id));
    }

    public Optional<Appointment> findAppointment(AppointmentId id) {
        return Optional.ofNullable(mongo.findById(id, Appointment.class));
    }

    /** In order of time. */
    public List<Appointment> appointmentsOf(ClientId client) {
        return mongo.find(Query.query(mergedClients.in(CLIENT, client)).with(Sort.by(STARTS)), Appointment.class);
    }

    /** Of a clinic, from one instant to another, in order of time. */
    public List<Appointment> appointmentsIn(ClinicId clinic, Instant from, Instant until) {
        return between(Criteria.where(CLINIC).is(clinic), from, until);
    }

    /** Of whom this practitioner is to treat, from one instant to another, in order of time. */
    public List<Appointment> appointmentsWith(PractitionerId practitioner, Instant from, Instant until) {
        return between(Criteria.where(PRACTITIONER).is(practitioner), from, until);
    }

    private List<Appointment> between(Criteria whose, Instant from, Instant until) {
        return mongo.find(
                Query.query(whose.and(STARTS).gte(from).lt(until)).with(Sort.by(STARTS, "_id")), Appointment.class);
    }

    public Optional<Course> findCourse(CourseId id) {
        return Optional.ofNullable(mongo.findById(id, Course.class));
    }

    public Optional<Course> findCourseOf(PlanId plan) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("planId").is(plan)), Course.class));
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("appointments").createIndex(ascending(CLIENT, STARTS));
        database.getCollection("appointments").createIndex(ascending(CLINIC, STARTS));
        database.getCollection("appointments").createIndex(ascending(PRACTITIONER, STARTS));
        database.getCollection("clinics").createIndex(ascending("regionId"));
        database.getCollection("courses").createIndex(ascending("planId"));
    }
}
