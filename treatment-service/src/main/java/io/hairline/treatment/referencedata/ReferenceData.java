package io.hairline.treatment.referencedata;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.referencedata.policy.ClinicPolicy;
import io.hairline.treatment.referencedata.policy.PolicyCopies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final PolicyCopies policies;

    ReferenceData(MongoTemplate mongo, MergedIds mergedClients, PolicyCopies policies) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.policies = policies;
    }

    public Optional<Clinic> findClinic(ClinicId id) {
        return Optional.ofNullable(mongo.findById(id, Clinic.class));
    }

    public List<ClinicId> allClinics() {
        return mongo.findAll(Clinic.class).stream().map(Clinic::id).toList();
    }

    /** What all clinics are called. */
    public Map<ClinicId, String> clinicNames() {
        return mongo.findAll(Clinic.class).stream().collect(Collectors.toUnmodifiableMap(Clinic::id, Clinic::name));
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

    /** The policy that holds in a clinic on its local day. */
    public ClinicPolicy policy(Clinic clinic, LocalDate day) {
        return policies.of(clinic.regionId(), clinic.id(), day);
    }

    /** The policy that holds at an instant in a clinic that is known. */
    public ClinicPolicy policy(ClinicId id, Instant now) {
        Clinic clinic = findClinic(id).orElseThrow(Refusal::notFound);
        return policy(clinic, LocalDate.ofInstant(now, clinic.zoneId()));
    }

    /** How long sessions of a clinic heal at least, by the policy that is in force now. */
    public HealingTime healingTime(ClinicId id, Instant now) {
        Clinic clinic = requireClinic(id);
        LocalDate today = LocalDate.ofInstant(now, clinic.zoneId());
        return new HealingTime(clinic.zoneId(), policy(clinic, today).healing().floorDays());
    }

    /** How long the rules after a session that ends at an instant hold, by the clinic's policy of its local day. */
    public AftercareDays aftercare(Clinic clinic, Instant completedAt) {
        return policy(clinic, LocalDate.ofInstant(completedAt, clinic.zoneId())).aftercare();
    }

    /** What the answers about health mean in a clinic on a local day; the default until head office publishes a policy. */
    public HealthRules healthRules(ClinicId id, LocalDate day) {
        return findClinic(id)
                .map(it -> policy(it, day))
                .map(it -> new HealthRules(it.contraindications(), it.versionsOf(PolicyField.CONTRAINDICATIONS)))
                .orElse(HealthRules.DEFAULT);
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

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("appointments").createIndex(ascending(CLIENT, STARTS));
        database.getCollection("appointments").createIndex(ascending(CLINIC, STARTS));
        database.getCollection("appointments").createIndex(ascending(PRACTITIONER, STARTS));
        database.getCollection("clinics").createIndex(ascending("regionId"));
    }
}
