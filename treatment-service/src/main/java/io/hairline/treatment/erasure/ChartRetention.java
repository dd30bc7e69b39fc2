package io.hairline.treatment.erasure;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.JurisdictionRules;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What of a chart the law keeps: the treatment's record, all of it sealed. */
@Component
class ChartRetention {

    /** Where no clinic of the chart is known: the longest of the brand's countries. */
    private static final int YEARS = 10;

    private static final String CLINIC = "clinicId";

    private static final List<String> RECORDS = List.of(
            "consultations",
            "hairline_approvals",
            "questionnaires",
            "patch_tests",
            "identity_checks",
            "healing_assessments",
            "chart_entries",
            "plans",
            "consents",
            "sessions",
            "adverse_events");

    private final MongoTemplate mongo;

    private final ReferenceData referenceData;

    ChartRetention(MongoTemplate mongo, ReferenceData referenceData) {
        this.mongo = mongo;
        this.referenceData = referenceData;
    }

    boolean hasChart(ClientId client) {
        return RECORDS.stream().anyMatch(it -> mongo.exists(of(client), it));
    }

    /** Counted from the end of the year; the longest of what the jurisdictions ask for in which the chart was written. */
    LocalDate lastDay(ClientId client, LocalDate today) {
        int years = RECORDS.stream()
                .flatMap(it -> mongo.findDistinct(of(client), CLINIC, it, String.class).stream())
                .distinct()
                .flatMap(it -> referenceData.findClinic(new ClinicId(it)).stream())
                .mapToInt(it -> JurisdictionRules.of(it.jurisdiction()).chartYears())
                .max()
                .orElse(YEARS);
        return LocalDate.of(today.getYear() + years, Month.DECEMBER, 31);
    }

    /** Of the signed records their hashes stay in the chart's chain, from which nothing can be read. */
    void erase(ClientId client) {
        RECORDS.forEach(it -> mongo.remove(of(client), Document.class, it));
    }

    private static Query of(ClientId client) {
        return Query.query(Criteria.where("clientId").is(client.value()));
    }
}
