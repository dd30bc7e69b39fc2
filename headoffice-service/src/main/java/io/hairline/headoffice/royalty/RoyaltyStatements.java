package io.hairline.headoffice.royalty;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The statements, and the lines of those that are issued. */
@Repository
class RoyaltyStatements {

    private final MongoTemplate mongo;

    RoyaltyStatements(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    RoyaltyStatement require(RoyaltyStatementId id) {
        return Optional.ofNullable(mongo.findById(id.value(), RoyaltyStatement.class))
                .orElseThrow(Refusal::notFound);
    }

    List<RoyaltyStatement> of(ClinicId clinic) {
        return mongo.find(Query.query(Criteria.where("clinicId").is(clinic.value())), RoyaltyStatement.class);
    }

    /** Months whose lines are fixed. */
    Set<String> issuedMonths(ClinicId clinic) {
        return of(clinic).stream()
                .filter(it -> !it.isDraft())
                .map(RoyaltyStatement::month)
                .collect(Collectors.toSet());
    }

    /**
     * The latest months first.
     *
     * @param clinics all if absent
     * @param position month and id of the last one that was given, absent at the beginning
     */
    List<RoyaltyStatement> list(
            @Nullable Collection<ClinicId> clinics, @Nullable String month, @Nullable String position, int limit) {
        Criteria criteria = new Criteria();
        if (clinics != null) {
            criteria = criteria.and("clinicId")
                    .in(clinics.stream().map(ClinicId::value).toList());
        }
        if (month != null) {
            criteria = criteria.and("month").is(month);
        }
        if (position != null) {
            int bar = position.indexOf('|');
            String lastMonth = bar < 0 ? position : position.substring(0, bar);
            String lastId = position.substring(bar + 1);
            criteria = criteria.orOperator(
                    Criteria.where("month").lt(lastMonth),
                    Criteria.where("month").is(lastMonth).and("_id").lt(lastId));
        }
        return mongo.find(
                Query.query(criteria)
                        .with(Sort.by(Sort.Direction.DESC, "month", "_id"))
                        .limit(limit),
                RoyaltyStatement.class);
    }

    List<RoyaltyLine> lines(RoyaltyStatementId id) {
        return mongo.find(
                Query.query(Criteria.where("statementId").is(id.value())).with(Sort.by("_id")), RoyaltyLine.class);
    }

    Optional<RoyaltyLine> line(RoyaltyStatementId id, String lineId) {
        return Optional.ofNullable(mongo.findById(id + "|" + lineId, RoyaltyLine.class));
    }

    List<RoyaltyLine> correctionsOf(RoyaltyStatementId id, String lineId) {
        return lines(id).stream().filter(it -> lineId.equals(it.corrects())).toList();
    }

    /** Runs in the transaction that changes the statement. */
    void add(RoyaltyStatementId id, Collection<RoyaltyLine> lines) {
        if (!lines.isEmpty()) {
            mongo.insertAll(lines.stream().map(it -> it.in(id)).toList());
        }
    }
}
