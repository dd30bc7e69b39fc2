package io.hairline.booking.diary;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** On which days a practitioner who is a guest in a jurisdiction may still work there; of others it reads nothing. */
@Component
public class GuestDays {

    private static final Duration ZONES = Duration.ofDays(1);

    private final MongoTemplate mongo;
    private final ReferenceData referenceData;

    GuestDays(MongoTemplate mongo, ReferenceData referenceData) {
        this.mongo = mongo;
        this.referenceData = referenceData;
    }

    /**
     * The practitioner as licensed for a clinic between two local days, with a guest's days counted as they are booked.
     *
     * @param moving an appointment whose day doesn't count
     */
    public Practitioner within(
            Practitioner practitioner, Clinic clinic, LocalDate from, LocalDate until, @Nullable AppointmentId moving) {
        LocalDate first = from.minusDays(1);
        LocalDate last = until.plusDays(1);
        String jurisdiction = clinic.jurisdiction();
        return practitioner.isGuest(jurisdiction, first, last)
                ? practitioner.within(
                        jurisdiction, first, last, worked(practitioner.id(), jurisdiction, first, last, moving))
                : practitioner;
    }

    private Set<LocalDate> worked(
            PractitionerId practitioner,
            String jurisdiction,
            LocalDate from,
            LocalDate until,
            @Nullable AppointmentId moving) {
        Instant begin = from.withDayOfYear(1).minusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end =
                until.plusYears(1).withDayOfYear(1).plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Bson theirs = and(
                eq("slot.practitionerId", practitioner.value()),
                exists("claims"),
                gte("slot.startsAt", begin.minus(ZONES)),
                lt("slot.startsAt", end.plus(ZONES)),
                ne("_id", moving == null ? "" : moving.value()));
        List<Document> found = Objects.requireNonNull(mongo.execute(
                Diary.COLLECTION,
                it -> it.find(theirs)
                        .projection(include("slot.clinicId", "slot.startsAt", "slot.zone"))
                        .into(new ArrayList<Document>())));
        return found.stream()
                .map(it -> it.get("slot", Document.class))
                .filter(it -> referenceData
                        .clinic(new ClinicId(it.getString("clinicId")))
                        .filter(clinic -> clinic.jurisdiction().equals(jurisdiction))
                        .isPresent())
                .map(it -> LocalDate.ofInstant(it.getDate("startsAt").toInstant(), ZoneId.of(it.getString("zone"))))
                .collect(Collectors.toSet());
    }
}
