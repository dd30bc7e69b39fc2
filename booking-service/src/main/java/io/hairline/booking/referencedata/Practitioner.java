package io.hairline.booking.referencedata;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.GuestLimit;
import io.hairline.contracts.headoffice.Hours;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Both days included.
     *
     * @param guest how many days it allows, if it is a guest's
     */
    public record Licence(
            String jurisdiction,
            LocalDate validFrom,
            LocalDate validUntil,
            @Nullable GuestLimit guest) {

        /** A full one. */
        public Licence(String jurisdiction, LocalDate validFrom, LocalDate validUntil) {
            this(jurisdiction, validFrom, validUntil, null);
        }

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

    /** Whether the practitioner may work in a jurisdiction as a guest alone on some day between two; asked for each search. */
    public boolean isGuest(String jurisdiction, LocalDate from, LocalDate until) {
        boolean none = true;
        for (Licence it : licences.values()) {
            none &= it.guest() == null || !it.jurisdiction().equals(jurisdiction);
        }
        return !none && from.datesUntil(until.plusDays(1)).anyMatch(day -> !isFullyLicensed(jurisdiction, day));
    }

    private boolean isFullyLicensed(String jurisdiction, LocalDate on) {
        return licences.values().stream().anyMatch(it -> it.guest() == null && it.holds(jurisdiction, on));
    }

    /** The same, a guest's licence holding only on those days between two that its limit leaves. */
    public Practitioner within(String jurisdiction, LocalDate from, LocalDate until, Set<LocalDate> worked) {
        Map<String, Licence> left = new HashMap<>();
        licences.forEach((id, licence) -> {
            GuestLimit limit = licence.guest();
            if (limit == null || !licence.jurisdiction().equals(jurisdiction)) {
                left.put(id, licence);
            } else {
                from.datesUntil(until.plusDays(1))
                        .filter(it -> licence.holds(jurisdiction, it) && limit.allows(it, worked))
                        .forEach(it -> left.put(id + "|" + it, new Licence(jurisdiction, it, it)));
            }
        });
        return new Practitioner(id, displayName, serviceCodes, rota, clinicIds, absences, left);
    }

    public boolean isAway(LocalDate on, ClinicId from) {
        return absences.stream().anyMatch(it -> it.holds(on, from));
    }
}
