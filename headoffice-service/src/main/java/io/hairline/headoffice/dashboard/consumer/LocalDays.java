package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A clinic's day at an instant; its zone never changes, so it is looked up once. */
@Component
class LocalDays {

    private final ClinicDirectory clinics;
    private final Map<ClinicId, ZoneId> zones = new ConcurrentHashMap<>();

    LocalDays(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    LocalDate in(ClinicId clinic, Instant instant) {
        return LocalDate.ofInstant(instant, zones.computeIfAbsent(clinic, this::zoneOf));
    }

    private ZoneId zoneOf(ClinicId id) {
        Clinic clinic =
                clinics.find(id).orElseThrow(() -> new IllegalStateException("Head office knows no clinic " + id));
        return ZoneId.of(clinic.place().zone());
    }
}
