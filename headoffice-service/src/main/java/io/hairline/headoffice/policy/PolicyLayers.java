package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.Contraindications;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.contracts.headoffice.StockRule;
import io.hairline.contracts.headoffice.TouchUpRule;
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
            false,
            Contraindications.DEFAULT,
            TouchUpRule.DEFAULT,
            StockRule.DEFAULT,
            AftercareDays.DEFAULT);

    PolicyLayers {
        byScope = Map.copyOf(byScope);
    }

    /** A clinic and the region whose layer reaches it. */
    record Member(ClinicId clinicId, String name, RegionId regionId) {}

    /**
     * A field of a layer that differs from the layers above it, or is locked there; of the contraindications each rule.
     *
     * @param lockedBy the layer above that keeps the value from being used
     */
    record Drift(
            PolicyScope.Level layer,
            RegionId regionId,
            @Nullable ClinicId clinicId,
            String field,
            @Nullable Object above,
            Object value,
            LocalDate from,
            PolicyScope.@Nullable Level lockedBy) {}

    /** A field whose value in a clinic is another one after a publication; of the contraindications each rule. */
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
                boolean reaches = lockedBy == null || field == PolicyField.CONTRAINDICATIONS;
                if (layer != null && reaches) {
                    setBy = field.in(layer.values()) == null
                            ? setBy
                            : policy.where().level();
                    lockedBy = lockedBy == null && layer.locked().contains(field.fieldName())
                            ? policy.where().level()
                            : lockedBy;
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
        PolicyValues upper = PolicyValues.of(effective(above, day));
        return PolicyField.setIn(layer.values()).stream()
                .flatMap(it -> ValuePair.of(it, upper, layer.values()))
                .map(it -> new Drift(
                        scope.level(),
                        region,
                        scope.clinicId(),
                        it.field().fieldName(),
                        it.above(),
                        Objects.requireNonNull(it.own()),
                        layer.from(),
                        it.isLetThroughALock()
                                ? null
                                : lockedAbove(scope, region, it.field().fieldName(), day)
                                        .orElse(null)))
                .filter(it -> !it.value().equals(it.above()) || it.lockedBy() != null)
                .toList();
    }

    /** A value beside the one that it replaces: of a field, or of one of the rules in it. */
    private record ValuePair(
            PolicyField field,
            @Nullable Object above,
            @Nullable Object own) {

        /** One for a field that is set as a whole, one for each rule of the contraindications. */
        static Stream<ValuePair> of(PolicyField field, PolicyValues above, PolicyValues own) {
            if (field != PolicyField.CONTRAINDICATIONS) {
                return Stream.of(new ValuePair(field, field.in(above), field.in(own)));
            }
            List<ContraindicationRule> upper = Contraindications.orDefault(above.contraindications());
            return Contraindications.orDefault(own.contraindications()).stream()
                    .map(it -> new ValuePair(
                            field, Contraindications.find(upper, it.code()).orElse(null), it));
        }

        /** Whether a lock above doesn't keep the value from being used: a rule that isn't weaker. */
        boolean isLetThroughALock() {
            return above instanceof ContraindicationRule upper
                    && own instanceof ContraindicationRule rule
                    && rule.isAtLeastAsStrictAs(upper);
        }
    }

    /** The first of these rules that a lock above doesn't let through, with the layer that locks. */
    Optional<Weaker> weakerThanLocked(
            PolicyScope scope, @Nullable RegionId region, PolicyValues values, LocalDate day) {
        PolicyScope.@Nullable Level by = lockedAbove(scope, region, PolicyField.CONTRAINDICATIONS.fieldName(), day)
                .orElse(null);
        if (by == null || values.contraindications() == null) {
            return Optional.empty();
        }
        List<String> above = scope.level() == PolicyScope.Level.CLINIC && region != null
                ? List.of(Policy.BRAND, region.value())
                : List.of(Policy.BRAND);
        return ValuePair.of(PolicyField.CONTRAINDICATIONS, PolicyValues.of(effective(above, day)), values)
                .filter(it -> !it.isLetThroughALock())
                .map(it -> new Weaker(((ContraindicationRule) Objects.requireNonNull(it.own())).code(), by))
                .findFirst();
    }

    /** A rule that is weaker than the one above it, which is locked. */
    record Weaker(String code, PolicyScope.Level lockedBy) {}

    private BookingPolicy effective(List<String> scopes, LocalDate day) {
        return PolicyLayer.effective(
                day,
                DEFAULT,
                scopes.stream()
                        .flatMap(it -> Stream.ofNullable(byScope.get(it)))
                        .map(Policy::layers)
                        .toList());
    }

    /** What is another value in each clinic on a day when these layers follow the ones here. */
    List<FieldChange> changes(PolicyLayers next, List<Member> clinics, LocalDate day) {
        List<FieldChange> changes = new ArrayList<>();
        for (Member clinic : clinics) {
            PolicyValues before = PolicyValues.of(effective(clinic, day));
            PolicyValues after = PolicyValues.of(next.effective(clinic, day));
            Stream.of(PolicyField.values())
                    .flatMap(it -> ValuePair.of(it, before, after))
                    .filter(it -> !Objects.equals(it.above(), it.own()))
                    .forEach(it -> changes.add(new FieldChange(
                            clinic.clinicId(), clinic.name(), it.field().fieldName(), it.above(), it.own())));
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
