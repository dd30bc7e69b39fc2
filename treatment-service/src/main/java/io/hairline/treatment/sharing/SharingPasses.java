package io.hairline.treatment.sharing;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SharingPassId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.chartaccess.AccessGrants;
import io.hairline.treatment.chartaccess.SharingPurpose;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Gives and revokes sharing passes, and opens charts to the clinics that have one. */
@Service
class SharingPasses implements AccessGrants, Indexes {

    private static final String CLIENT = "clientId";
    private static final String CLINIC = "clinicId";
    private static final String REVOKED = "revokedAt";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final ReferenceData referenceData;
    private final Clock clock;

    SharingPasses(
            MongoTemplate mongo, EventLog eventLog, ReferenceData referenceData, Clock clock, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    SharingPass give(ClientId client, Clinic clinic, SharingPurpose purpose, LocalDate until) {
        SharingPassId id = new SharingPassId(Ids.next(SharingPassId.PREFIX));
        return eventLog.record(
                SharingPass.class,
                () -> SharingPass.give(id, client, clinic.id(), purpose, until, clock.instant(), today(clinic)));
    }

    SharingPass giveForVisit(ClientId client, Appointment visit, SharingPurpose purpose) {
        SharingPassId id = new SharingPassId(Ids.next(SharingPassId.PREFIX));
        return eventLog.record(
                SharingPass.class, () -> SharingPass.giveForVisit(id, client, visit, purpose, clock.instant()));
    }

    SharingPass revoke(SharingPassId id, Consumer<SharingPass> precondition) {
        return eventLog.record(SharingPass.class, () -> {
            SharingPass pass = require(id);
            precondition.accept(pass);
            return pass.revoke(clock.instant());
        });
    }

    SharingPass require(SharingPassId id) {
        return Optional.ofNullable(mongo.findById(id, SharingPass.class)).orElseThrow(Refusal::notFound);
    }

    /** Latest first. */
    List<SharingPass> of(ClientId client, @Nullable SharingPassId before, int most) {
        Criteria all = mergedClients.in(CLIENT, client);
        Criteria page = before == null ? all : all.and("_id").lt(before);
        return mongo.find(Query.query(page).with(Sort.by("_id").descending()).limit(most), SharingPass.class);
    }

    /** Latest first, without those that were revoked or whose day is over; one for a visit may be over with it. */
    List<SharingPass> givenTo(ClinicId clinic, @Nullable SharingPassId before, int most) {
        LocalDate today = today(referenceData.requireClinic(clinic));
        Criteria all = Criteria.where(CLINIC)
                .is(clinic)
                .and(REVOKED)
                .is(null)
                .orOperator(
                        Criteria.where("until").gte(today),
                        Criteria.where("appointmentId").exists(true));
        Criteria page = before == null ? all : all.and("_id").lt(before);
        return mongo.find(Query.query(page).with(Sort.by("_id").descending()).limit(most), SharingPass.class);
    }

    @Override
    public List<Grant> find(ClientId client, Reader reader, Set<ClinicId> visited) {
        return mongo
                .find(
                        Query.query(mergedClients
                                .in(CLIENT, client)
                                .and(CLINIC)
                                .in(reader.clinics())
                                .and(REVOKED)
                                .is(null)),
                        SharingPass.class)
                .stream()
                .filter(this::holdsToday)
                .map(it -> Grant.of(it.id(), it.purpose(), it.clinicId()))
                .toList();
    }

    boolean holdsToday(SharingPass pass) {
        return referenceData
                .findClinic(pass.clinicId())
                .filter(it -> pass.holdsOn(today(it), visitOf(pass)))
                .isPresent();
    }

    LocalDate lastDayOf(SharingPass pass) {
        return pass.lastDay(visitOf(pass));
    }

    private @Nullable Appointment visitOf(SharingPass pass) {
        return Optional.ofNullable(pass.appointmentId())
                .flatMap(referenceData::findAppointment)
                .orElse(null);
    }

    private LocalDate today(Clinic clinic) {
        return LocalDate.ofInstant(clock.instant(), clinic.zoneId());
    }

    @Override
    public void ensure(MongoDatabase database) {
        var passes = database.getCollection("sharing_passes");
        passes.createIndex(ascending(CLIENT, "_id"));
        passes.createIndex(ascending(CLIENT, CLINIC, REVOKED));
        passes.createIndex(ascending(CLINIC, REVOKED, "_id"));
    }
}
