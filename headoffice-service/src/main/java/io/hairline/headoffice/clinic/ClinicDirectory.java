package io.hairline.headoffice.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What the other capabilities ask about clinics. */
@Service
public class ClinicDirectory {

    private final Clinics clinics;

    ClinicDirectory(Clinics clinics) {
        this.clinics = clinics;
    }

    public Optional<Clinic> find(ClinicId id) {
        return clinics.findById(id);
    }

    public List<Clinic> ofRegion(RegionId region) {
        return clinics.findByRegionIdIn(List.of(region));
    }

    /** The clinics that a caller reaches with one of these roles; empty if she reaches all, whatever there will be. */
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
