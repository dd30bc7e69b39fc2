package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The policy that held in a clinic at an instant, by what had been published until then. */
@Service
public class PolicyInForce {

    private final Policies policies;
    private final ClinicDirectory clinics;

    PolicyInForce(Policies policies, ClinicDirectory clinics) {
        this.policies = policies;
        this.clinics = clinics;
    }

    /** A clinic at an instant. */
    public record Moment(ClinicId clinicId, Instant at) {}

    /** How long the scalp had to heal at each of these, in two reads; the trade's usual numbers in a clinic that isn't known. */
    public Map<Moment, HealingRule> healing(Set<Moment> moments) {
        Map<ClinicId, Clinic> known =
                clinics.findAll(moments.stream().map(Moment::clinicId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Clinic::id, Function.identity()));
        Set<String> scopes = new HashSet<>();
        moments.forEach(it -> Optional.ofNullable(known.get(it.clinicId()))
                .ifPresent(clinic -> scopes.addAll(scopes(clinic, day(clinic, it.at())))));
        List<Policy> found = policies.findByScopeIn(scopes);
        return moments.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        it -> Optional.ofNullable(known.get(it.clinicId()))
                                .map(clinic -> healing(clinic, it.at(), found))
                                .orElse(HealingRule.DEFAULT)));
    }

    private static HealingRule healing(Clinic clinic, Instant at, List<Policy> found) {
        LocalDate day = day(clinic, at);
        return Objects.requireNonNullElse(
                effective(scopes(clinic, day), found, day, at).healing(), HealingRule.DEFAULT);
    }

    private static List<String> scopes(Clinic clinic, LocalDate day) {
        return List.of(
                Policy.BRAND, clinic.on(day).regionId().value(), clinic.id().value());
    }

    private static LocalDate day(Clinic clinic, Instant at) {
        return LocalDate.ofInstant(at, clinic.place().zoneId());
    }

    /**
     * What the layers of these scopes gave on a local day.
     *
     * @param scopes the brand's first and the clinic's last
     */
    static BookingPolicy effective(List<String> scopes, Collection<Policy> found, LocalDate day, Instant at) {
        List<List<PolicyLayer>> layers = scopes.stream()
                .flatMap(scope -> found.stream().filter(it -> it.scope().equals(scope)))
                .map(it -> it.layersKnownAt(at))
                .toList();
        return PolicyLayer.effective(day, PolicyLayers.DEFAULT, layers);
    }

    /** The versions that a layer has after these publications, the oldest first; none is left out for being over. */
    static List<PolicyLayer> versions(Stream<Policy.Publication> published) {
        return published.reduce(
                List.of(),
                (versions, it) -> Stream.concat(
                                versions.stream()
                                        .filter(old -> old.from()
                                                        .isBefore(it.layer().from())
                                                || old.from().isAfter(it.layer().replacesUntil(it.publishedAt()))),
                                Stream.of(it.layer()))
                        .toList(),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
}
