package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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

    /** How long the scalp had to heal; the trade's usual numbers in a clinic that isn't known. */
    public HealingRule healing(ClinicId clinicId, Instant at) {
        return clinics.find(clinicId).map(it -> healing(it, at)).orElse(HealingRule.DEFAULT);
    }

    private HealingRule healing(Clinic clinic, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneId.of(clinic.place().zone()));
        List<String> scopes = List.of(
                Policy.BRAND, clinic.on(day).regionId().value(), clinic.id().value());
        BookingPolicy policy = effective(scopes, policies.findByScopeIn(scopes), day, at);
        return Objects.requireNonNullElse(policy.healing(), HealingRule.DEFAULT);
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
