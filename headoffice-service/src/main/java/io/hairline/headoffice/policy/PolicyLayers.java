package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All layers of the policy as they were published, and what follows from them in a clinic on a day. */
record PolicyLayers(Map<String, Policy> byScope) {

    /** Where the brand has published nothing: the trade's usual numbers, the same as in booking. */
    static final BookingPolicy DEFAULT = new BookingPolicy(
            60,
            400,
            10,
            3,
            15,
            List.of(new CancellationTier(72, 100), new CancellationTier(48, 50), new CancellationTier(0, 0)),
            DepositRule.DEFAULT,
            HealingRule.DEFAULT,
            false);

    PolicyLayers {
        byScope = Map.copyOf(byScope);
    }

    /** A clinic and the region whose layer reaches it. */
    record Member(ClinicId clinicId, String name, RegionId regionId) {}

    /** A field of a layer that differs from the layers above it, or is locked there. */
    record Drift(
            PolicyScope.Level layer,
            RegionId regionId,
            @Nullable ClinicId clinicId,
            String field,
            @Nullable Object above,
            Object value,
            LocalDate from,
            PolicyScope.@Nullable Level lockedBy) {}

    /** A field whose value in a clinic is another one after a publication. */
    record FieldChange(
            ClinicId clinicId,
            String clinicName,
            String field,
            @Nullable Object before,
            @Nullable Object after) {}

    /** Where a clinic's value of a field comes from. */
    record Source(String field, PolicyScope.@Nullable Level layer, PolicyScope.@Nullable Level lockedBy) {}

    static PolicyLayers of(Collection<Policy> all) {
        Map<String, Policy> byScope = new HashMap<>();
        all.forEach(it -> byScope.put(it.scope(), it));
        return new PolicyLayers(byScope);
    }

    Optional<Policy> find(PolicyScope scope) {
        return Optional.ofNullable(byScope.get(scope.key()));
    }

    PolicyLayers with(Policy changed) {
        Map<String, Policy> next = new HashMap<>(byScope);
        next.put(changed.scope(), changed);
        return new PolicyLayers(next);
    }

    BookingPolicy effective(Member clinic, LocalDate day) {
        return PolicyLayer.effective(
                day, DEFAULT, path(clinic).map(Policy::layers).toList());
    }

    /** In each field: which layer sets it, and which one locks it. */
    List<Source> sources(Member clinic, LocalDate day) {
        List<Policy> path = path(clinic).toList();
        List<Source> sources = new ArrayList<>();
        for (PolicyField field : PolicyField.values()) {
            PolicyScope.Level setBy = null;
            PolicyScope.Level lockedBy = null;
            for (Policy policy : path) {
                PolicyLayer layer = policy.on(day).orElse(null);
                if (layer != null && lockedBy == null) {
                    setBy = field.in(layer.values()) == null
                            ? setBy
                            : policy.where().level();
                    lockedBy = layer.locked().contains(field.fieldName())
                            ? policy.where().level()
                            : null;
                }
            }
            sources.add(new Source(field.fieldName(), setBy, lockedBy));
        }
        return sources;
    }

    /** The layer above a scope that locks a field on a day. */
    Optional<PolicyScope.Level> lockedAbove(PolicyScope scope, @Nullable RegionId region, String field, LocalDate day) {
        return Stream.of(Policy.BRAND, region == null ? "" : region.value())
                .filter(it -> !it.equals(scope.key()))
                .flatMap(it -> Stream.ofNullable(byScope.get(it)))
                .filter(it -> it.on(day)
                        .filter(layer -> layer.locked().contains(field))
                        .isPresent())
                .map(it -> it.where().level())
                .findFirst();
    }

    /** What regions and clinics do otherwise on a day, in the order of the clinics given. */
    List<Drift> drift(List<Member> clinics, LocalDate day) {
        List<Drift> all = new ArrayList<>();
        clinics.stream()
                .map(Member::regionId)
                .distinct()
                .forEach(it -> all.addAll(drift(new PolicyScope(it, null), it, List.of(Policy.BRAND), day)));
        clinics.forEach(it -> all.addAll(drift(
                new PolicyScope(null, it.clinicId()),
                it.regionId(),
                List.of(Policy.BRAND, it.regionId().value()),
                day)));
        return all;
    }

    private List<Drift> drift(PolicyScope scope, RegionId region, List<String> above, LocalDate day) {
        PolicyLayer layer = Optional.ofNullable(byScope.get(scope.key()))
                .flatMap(it -> it.on(day))
                .orElse(null);
        if (layer == null) {
            return List.of();
        }
        BookingPolicy without = PolicyLayer.effective(
                day,
                DEFAULT,
                above.stream()
                        .flatMap(it -> Stream.ofNullable(byScope.get(it)))
                        .map(Policy::layers)
                        .toList());
        PolicyValues upper = PolicyValues.of(without);
        return PolicyField.setIn(layer.values()).stream()
                .map(it -> new Drift(
                        scope.level(),
                        region,
                        scope.clinicId(),
                        it.fieldName(),
                        it.in(upper),
                        Objects.requireNonNull(it.in(layer.values())),
                        layer.from(),
                        lockedAbove(scope, region, it.fieldName(), day).orElse(null)))
                .filter(it -> !it.value().equals(it.above()) || it.lockedBy() != null)
                .toList();
    }

    /** What is another value in each clinic on a day when these layers follow the ones here. */
    List<FieldChange> changes(PolicyLayers next, List<Member> clinics, LocalDate day) {
        List<FieldChange> changes = new ArrayList<>();
        for (Member clinic : clinics) {
            PolicyValues before = PolicyValues.of(effective(clinic, day));
            PolicyValues after = PolicyValues.of(next.effective(clinic, day));
            for (PolicyField field : PolicyField.values()) {
                if (!Objects.equals(field.in(before), field.in(after))) {
                    changes.add(new FieldChange(
                            clinic.clinicId(), clinic.name(), field.fieldName(), field.in(before), field.in(after)));
                }
            }
        }
        return changes;
    }

    private Stream<Policy> path(Member clinic) {
        return Stream.of(
                        Policy.BRAND,
                        clinic.regionId().value(),
                        clinic.clinicId().value())
                .flatMap(it -> Stream.ofNullable(byScope.get(it)));
    }
}
