package io.hairline.headoffice.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** What the other capabilities ask about clinics. */
@Service
public class ClinicDirectory {

    /** More clinics than a brand has; see the growth that the architecture plans for. */
    private static final int MOST = 20_000;

    private final Clinics clinics;
    private final NetworkManagement network;
    private final Map<ClinicId, ClinicLocation> locations = new ConcurrentHashMap<>();

    ClinicDirectory(Clinics clinics, NetworkManagement network) {
        this.clinics = clinics;
        this.network = network;
    }

    public Optional<Clinic> find(ClinicId id) {
        return clinics.findById(id);
    }

    /** Those of these that there are. */
    public List<Clinic> findAll(Collection<ClinicId> ids) {
        return clinics.findByIdIn(ids);
    }

    /**
     * The local day that it is at an instant in a clinic in which something happened: its zone can't change since.
     *
     * @throws IllegalStateException if there is no such clinic
     */
    public LocalDate dayIn(ClinicId id, Instant instant) {
        return located(id)
                .map(it -> LocalDate.ofInstant(instant, it.zoneId()))
                .orElseThrow(() -> new IllegalStateException("Head office knows no clinic " + id));
    }

    /** The jurisdiction of a clinic in which something happened; empty for one that isn't known. */
    public Optional<String> jurisdictionOf(ClinicId id) {
        return located(id).map(ClinicLocation::jurisdiction);
    }

    private Optional<ClinicLocation> located(ClinicId id) {
        ClinicLocation known = locations.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ClinicLocation> found = clinics.findById(id).map(Clinic::place);
        found.ifPresent(it -> locations.put(id, it));
        return found;
    }

    /** One clinic, or a region's; unknown ids are refused as not found. */
    public List<Clinic> in(@Nullable RegionId region, @Nullable ClinicId clinic) {
        if (clinic != null) {
            return List.of(clinics.require(clinic));
        }
        if (region == null || !network.knows(region)) {
            throw Refusal.notFound();
        }
        return clinics.findByRegionIdIn(List.of(region));
    }

    /** One clinic, or those that belonged to a region on some day of a span; unknown ids are refused as not found. */
    public List<Clinic> during(@Nullable RegionId region, @Nullable ClinicId clinic, LocalDate from, LocalDate until) {
        List<Clinic> now = in(region, clinic);
        if (region == null) {
            return now;
        }
        Map<ClinicId, Clinic> all = new LinkedHashMap<>();
        now.forEach(it -> all.put(it.id(), it));
        clinics.everIn(region).forEach(it -> all.put(it.id(), it));
        return all.values().stream()
                .filter(it -> it.during(from, until).stream()
                        .anyMatch(tenure -> tenure.regionId().equals(region)))
                .toList();
    }

    /** Every clinic of the brand, by code. */
    public List<Clinic> all() {
        return clinics.findByCodeGreaterThanOrderByCode("", Limit.of(MOST));
    }

    /** Whether the caller leads this clinic or this region: as its manager, its region's manager or head office. */
    public boolean mayLead(Caller caller, @Nullable RegionId region, @Nullable ClinicId clinic) {
        return clinic != null
                ? caller.mayIn(clinic, Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER)
                : caller.has(Role.HEAD_OFFICE)
                        || caller.assignments().stream()
                                .anyMatch(it -> it.role() == Role.REGION_MANAGER
                                        && it.regionId() != null
                                        && it.regionId().equals(region));
    }

    /** The clinics that a caller reaches with one of these roles; empty if they reach all, whatever there will be. */
    public Optional<Set<ClinicId>> reach(Caller caller, Role... roles) {
        List<Role> wanted = List.of(roles);
        List<Assignment> held = caller.assignments().stream()
                .filter(it -> wanted.contains(it.role()))
                .toList();
        if (held.stream().anyMatch(it -> it.role() == Role.HEAD_OFFICE)) {
            return Optional.empty();
        }
        Set<ClinicId> reached = new HashSet<>(regional(held));
        held.stream().flatMap(it -> Stream.ofNullable(it.clinicId())).forEach(reached::add);
        return Optional.of(reached);
    }

    private List<ClinicId> regional(List<Assignment> held) {
        List<RegionId> regions =
                held.stream().flatMap(it -> Stream.ofNullable(it.regionId())).toList();
        return regions.isEmpty()
                ? List.of()
                : clinics.findByRegionIdIn(regions).stream().map(Clinic::id).toList();
    }
}
