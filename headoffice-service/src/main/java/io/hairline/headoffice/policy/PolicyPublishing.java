package io.hairline.headoffice.policy;

import io.hairline.contracts.PolicyId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.policy.PolicyLayers.FieldChange;
import io.hairline.headoffice.policy.PolicyLayers.Member;
import io.hairline.headoffice.policy.PolicyLayers.Source;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.web.Preconditions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** How the numbers of a layer change, and what that would do beforehand. */
@Service
public class PolicyPublishing {

    private final EventLog eventLog;
    private final Policies policies;
    private final ClinicDirectory clinics;
    private final Clock clock;

    PolicyPublishing(EventLog eventLog, Policies policies, ClinicDirectory clinics, Clock clock) {
        this.eventLog = eventLog;
        this.policies = policies;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * A layer as somebody wants it.
     *
     * @param from its first local day; at once if absent
     * @param locked the fields that layers below can't change; those of today if absent
     */
    public record Wanted(
            PolicyScope scope,
            @Nullable LocalDate from,
            PolicyValues values,
            @Nullable List<String> locked) {}

    /** The brand's numbers, at once; its locks stay. */
    public Policy publish(PolicyId idIfFirst, @Nullable String ifMatch, BookingPolicy booking) {
        return publish(idIfFirst, ifMatch, new Wanted(PolicyScope.BRAND, null, PolicyValues.of(booking), null));
    }

    /**
     * A layer as it is from a day on; the brand's keeps the numbers that aren't given, the others leave them to the layer above.
     *
     * @param ifMatch the version that the caller has seen, {@code "0"} where there was none; absent to publish over any
     */
    public Policy publish(PolicyId idIfFirst, @Nullable String ifMatch, Wanted wanted) {
        Instant now = clock.instant();
        LocalDate from = from(wanted, now);
        List<Member> affected = affected(wanted.scope());
        try {
            return eventLog.record(Policy.class, () -> {
                Policy current = current(idIfFirst, wanted.scope());
                Preconditions.check(ifMatch, current);
                Change<Policy> change = current.publish(layer(current, wanted, from), now);
                if (change.event() != null) {
                    check(wanted, change.next(), affected, from);
                }
                return change;
            });
        } catch (DuplicateKeyException _) {
            throw Refusal.state("code-taken", "Somebody has just published this policy. Look at it, then change it.");
        }
    }

    /** What a publication would change in each clinic on its first day; refused as the publication would be. */
    List<FieldChange> preview(PolicyId idIfFirst, Wanted wanted) {
        Instant now = clock.instant();
        LocalDate from = from(wanted, now);
        List<Member> affected = affected(wanted.scope());
        Policy current = current(idIfFirst, wanted.scope());
        Policy next = current.publish(layer(current, wanted, from), now).next();
        check(wanted, next, affected, from);
        LocalDate day = wanted.from() == null ? LocalDate.ofInstant(now, clock.getZone()) : from;
        PolicyLayers before = PolicyLayers.of(policies.findAll());
        return before.changes(before.with(next), affected, day);
    }

    /**
     * What a publication does to a policy as it would then be, for one of several in a row.
     *
     * @param before the policy with those that come first
     */
    Change<Policy> change(PolicyLayers before, PolicyId idIfFirst, Wanted wanted) {
        Instant now = clock.instant();
        LocalDate from = from(wanted, now);
        Policy current = before.find(wanted.scope()).orElseGet(() -> Policy.none(idIfFirst, wanted.scope()));
        Change<Policy> change = current.publish(layer(current, wanted, from), now);
        if (change.event() != null) {
            check(before, wanted, change.next(), affected(wanted.scope()), from);
        }
        return change;
    }

    private Policy current(PolicyId idIfFirst, PolicyScope scope) {
        return policies.findByScope(scope.key()).orElseGet(() -> Policy.none(idIfFirst, scope));
    }

    private static LocalDate from(Wanted wanted, Instant now) {
        LocalDate earliest = PolicyLayer.atOnce(now);
        if (wanted.from() == null) {
            return earliest;
        }
        if (PlanningDays.checked("from", wanted.from()).isBefore(earliest)) {
            throw Refusal.input("from", "must not be a day that is over everywhere; leave it out for at once");
        }
        return wanted.from();
    }

    private static PolicyLayer layer(Policy current, Wanted wanted, LocalDate from) {
        PolicyLayer before = current.on(from).orElseGet(() -> new PolicyLayer(from, PolicyValues.NONE, List.of()));
        List<String> locked = wanted.locked() == null ? before.locked() : wanted.locked();
        for (int i = 0; i < locked.size(); i++) {
            if (!PolicyField.isKnown(locked.get(i))) {
                throw Refusal.input("locked[" + i + "]", "must be the name of a field of the policy, such as deposit");
            }
        }
        PolicyValues values = wanted.values();
        PolicyRules.checkOwn(values);
        if (wanted.scope().level() == PolicyScope.Level.BRAND) {
            BookingPolicy base = before.values().over(PolicyLayers.DEFAULT, Set.of());
            values = PolicyValues.of(values.over(base, Set.of()));
        }
        if (current.version() == 0 && values.equals(PolicyValues.NONE) && locked.isEmpty()) {
            throw Refusal.input("values", "must set a field, or locked must name one");
        }
        return new PolicyLayer(from, values, locked.stream().distinct().sorted().toList());
    }

    private List<Member> affected(PolicyScope scope) {
        List<Clinic> found = scope.level() == PolicyScope.Level.BRAND
                ? clinics.all()
                : clinics.in(scope.regionId(), scope.clinicId());
        return found.stream().map(PolicyPublishing::member).toList();
    }

    static Member member(Clinic it) {
        return new Member(it.id(), it.name(), it.regionId());
    }

    /** On the first day and on each later day on which a planned version begins. */
    private void check(Wanted wanted, Policy next, List<Member> affected, LocalDate from) {
        check(PolicyLayers.of(policies.findAll()), wanted, next, affected, from);
    }

    private static void check(PolicyLayers before, Wanted wanted, Policy next, List<Member> affected, LocalDate from) {
        PolicyLayers layers = before.with(next);
        RegionId region = affected.isEmpty()
                ? wanted.scope().regionId()
                : affected.getFirst().regionId();
        PolicyField.setIn(wanted.values()).stream()
                .filter(it -> it != PolicyField.CONTRAINDICATIONS)
                .forEach(it -> layers.lockedAbove(
                                wanted.scope(),
                                wanted.scope().level() == PolicyScope.Level.BRAND ? null : region,
                                it.fieldName(),
                                from)
                        .ifPresent(by -> {
                            throw Refusal.state(
                                    "policy-locked",
                                    it.fieldName() + " is locked by the layer " + by
                                            + " above; leave it out, or have it unlocked" + " there.");
                        }));
        checkRules(layers, wanted, region, from);
        Set<LocalDate> days = new TreeSet<>(Set.of(from));
        layers.byScope().values().stream()
                .flatMap(it -> it.layers().stream())
                .map(PolicyLayer::from)
                .filter(it -> it.isAfter(from))
                .forEach(days::add);
        if (wanted.scope().level() == PolicyScope.Level.BRAND) {
            next.on(from).ifPresent(it -> PolicyRules.check(it.values().over(PolicyLayers.DEFAULT, Set.of())));
        }
        days.forEach(day -> affected.forEach(clinic -> check(wanted, layers, clinic, day)));
    }

    private static void checkRules(PolicyLayers layers, Wanted wanted, @Nullable RegionId region, LocalDate from) {
        if (wanted.scope().level() == PolicyScope.Level.BRAND) {
            return;
        }
        layers.weakerThanLocked(wanted.scope(), region, wanted.values(), from).ifPresent(it -> {
            throw Refusal.state(
                    "policy-locked",
                    "The rule for " + it.code() + " is locked by the layer " + it.lockedBy()
                            + " above, so it can only be made stricter; leave it out, or have it unlocked there.");
        });
    }

    private static void check(Wanted wanted, PolicyLayers layers, Member clinic, LocalDate day) {
        try {
            PolicyRules.check(layers.effective(clinic, day));
        } catch (Refusal e) {
            throw withLayers(
                    clinic.clinicId().equals(wanted.scope().clinicId()) ? e : conflict(e, clinic, day),
                    layers.sources(clinic, day));
        }
    }

    private static Refusal conflict(Refusal why, Member clinic, LocalDate day) {
        Refusal.FieldError error = why.errors().getFirst();
        Refusal conflict = Refusal.state(
                        "policy-conflict",
                        "In " + clinic.name() + " from " + day + " on, " + error.field() + " " + error.message()
                                + ". Lock the field, or have the layer of that clinic or its region changed first.")
                .with("clinicId", clinic.clinicId())
                .withError(error.field(), error.message());
        Object fields = why.more().get(PolicyRules.FIELDS);
        return fields == null ? conflict : conflict.with(PolicyRules.FIELDS, fields);
    }

    /** Where two fields contradict each other, which layer sets each of them. */
    private static Refusal withLayers(Refusal refusal, List<Source> sources) {
        Refusal named = refusal;
        if (refusal.more().get(PolicyRules.FIELDS) instanceof List<?> fields) {
            for (Source it : sources) {
                if (fields.contains(it.field())) {
                    named = named.withError(
                            it.field(),
                            it.layer() == null
                                    ? "is the usual number, which no layer sets"
                                    : "is set by the layer " + it.layer());
                }
            }
        }
        return named;
    }
}
