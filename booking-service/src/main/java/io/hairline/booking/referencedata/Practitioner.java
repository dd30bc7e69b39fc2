package io.hairline.booking.referencedata;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Hours;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A practitioner as the diary needs them. Licences are aggregates of their own at head office and may be heard of before
 * the practitioner, so each part may be there without the others.
 *
 * @param rota weekly plan by clinic
 * @param clinicIds the clinics of the rota, by which the practitioner is found
 * @param licences by licence id
 */
@Document(Practitioner.COLLECTION)
@TypeAlias("practitioner")
public record Practitioner(
        @Id PractitionerId id,
        String displayName,
        List<String> serviceCodes,
        Map<String, List<Hours>> rota,
        List<ClinicId> clinicIds,
        List<Absence> absences,
        Map<String, Licence> licences) {

    static final String COLLECTION = "practitioners";

    @SuppressWarnings("NullAway") // parts that haven't been heard of are missing from the document
    public Practitioner {
        displayName = displayName == null ? "" : displayName;
        serviceCodes = serviceCodes == null ? List.of() : List.copyOf(serviceCodes);
        rota = rota == null ? Map.of() : Map.copyOf(rota);
        clinicIds = clinicIds == null ? List.of() : List.copyOf(clinicIds);
        absences = absences == null ? List.of() : List.copyOf(absences);
        licences = licences == null ? Map.of() : Map.copyOf(licences);
    }

    /**
     * Local days of absence, the first and the last included.
     *
     * @param clinicIds where it holds; null if it holds in all clinics
     */
    public record Absence(
            LocalDate from, LocalDate until, @Nullable List<ClinicId> clinicIds) {
        boolean holds(LocalDate on, ClinicId in) {
            return !on.isBefore(from) && !on.isAfter(until) && (clinicIds == null || clinicIds.contains(in));
        }
    }

    /** Both days included. */
    public record Licence(String jurisdiction, LocalDate validFrom, LocalDate validUntil) {
        boolean holds(String where, LocalDate on) {
            return jurisdiction.equals(where) && !on.isBefore(validFrom) && !on.isAfter(validUntil);
        }
    }

    public boolean isTrainedFor(String serviceCode) {
        return serviceCodes.contains(serviceCode);
    }

    public List<Hours> shiftsIn(ClinicId clinic) {
        return rota.getOrDefault(clinic.value(), List.of());
    }

    /** The same with another weekly plan in one clinic. */
    public Practitioner withShifts(ClinicId clinic, List<Hours> shifts) {
        Map<String, List<Hours>> plans = new HashMap<>(rota);
        plans.put(clinic.value(), shifts);
        return new Practitioner(id, displayName, serviceCodes, plans, clinicIds, absences, licences);
    }

    public boolean isLicensed(String jurisdiction, LocalDate on) {
        return licences.values().stream().anyMatch(it -> it.holds(jurisdiction, on));
    }

    public boolean isAway(LocalDate on, ClinicId from) {
        return absences.stream().anyMatch(it -> it.holds(on, from));
    }
}
