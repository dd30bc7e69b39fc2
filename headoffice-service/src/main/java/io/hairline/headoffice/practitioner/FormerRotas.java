package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The weeks that no longer hold, for figures about the days on which they did. */
@Repository
class FormerRotas {

    /**
     * A week that was replaced by another one; without shifts if the practitioner didn't belong to the clinic before.
     *
     * @param until the first local day of the clinic on which it no longer held
     */
    @Document(FormerRota.COLLECTION)
    @TypeAlias("formerRota")
    record FormerRota(@Id String id, PractitionerId practitionerId, Rota rota, LocalDate until) {

        static final String COLLECTION = "former_rotas";

        static FormerRota of(PractitionerId practitioner, Rota rota, LocalDate until) {
            return new FormerRota(practitioner + "|" + rota.clinicId() + "|" + until, practitioner, rota, until);
        }
    }

    private final MongoTemplate mongo;
    private final Clock clock;

    FormerRotas(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Keeps what a change replaces; of several changes on one day only the first replaces something that held. */
    void keep(Practitioner before, Practitioner after) {
        for (FormerRota it : replaced(before, after)) {
            if (!mongo.exists(Query.query(Criteria.where("_id").is(it.id())), FormerRota.class)) {
                mongo.insert(it);
            }
        }
    }

    private List<FormerRota> replaced(Practitioner before, Practitioner after) {
        List<FormerRota> replaced = new ArrayList<>();
        before.rotas().stream()
                .filter(it -> !after.rotas().contains(it))
                .forEach(it -> replaced.add(FormerRota.of(before.id(), it, today(it))));
        after.rotas().stream()
                .filter(it -> !before.worksIn(it.clinicId()))
                .map(it -> Rota.empty(it.clinicId(), it.zone()))
                .forEach(it -> replaced.add(FormerRota.of(before.id(), it, today(it))));
        return replaced;
    }

    private LocalDate today(Rota rota) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(rota.zone()));
    }

    /** Those of these clinics that still held on some day from this one on. */
    List<FormerRota> since(Collection<ClinicId> clinics, LocalDate from) {
        return mongo.find(
                Query.query(
                        Criteria.where("rota.clinicId").in(clinics).and("until").gt(from)),
                FormerRota.class);
    }
}
