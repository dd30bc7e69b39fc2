package io.hairline.headoffice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.Contraindications;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.headoffice.policy.PolicyLayers.Member;
import io.hairline.kit.Ids;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyLayersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    private static final RegionId REGION = new RegionId(Ids.next(RegionId.PREFIX));
    private static final Member CLINIC = new Member(new ClinicId(Ids.next(ClinicId.PREFIX)), "Clinic", REGION);
    private static final PolicyScope OF_REGION = new PolicyScope(REGION, null);
    private static final PolicyScope OF_CLINIC = new PolicyScope(null, CLINIC.clinicId());

    @Test
    void aClinicSetsWhatTheLayersAboveLeaveOpen() {
        PolicyLayers layers = layers(
                published(PolicyScope.BRAND, TODAY, whole(15), "healing"),
                published(OF_REGION, TODAY, grace(20)),
                published(OF_CLINIC, TODAY, grace(25)));

        assertThat(layers.effective(CLINIC, TODAY).graceMinutes()).isEqualTo(25);
        assertThat(layers.effective(new Member(new ClinicId(Ids.next(ClinicId.PREFIX)), "Other", REGION), TODAY)
                        .graceMinutes())
                .isEqualTo(20);
    }

    @Test
    void aLockedFieldStaysAsTheLayerAboveHasItAndTheDriftNamesIt() {
        PolicyLayers layers = layers(
                published(PolicyScope.BRAND, TODAY, whole(15)),
                published(OF_REGION, TODAY, grace(20), "graceMinutes"),
                published(OF_CLINIC, TODAY, grace(25)));

        assertThat(layers.effective(CLINIC, TODAY).graceMinutes()).isEqualTo(20);
        assertThat(layers.drift(List.of(CLINIC), TODAY))
                .extracting(PolicyLayers.Drift::layer, PolicyLayers.Drift::value, PolicyLayers.Drift::lockedBy)
                .containsExactly(
                        tuple(PolicyScope.Level.REGION, 20, null),
                        tuple(PolicyScope.Level.CLINIC, 25, PolicyScope.Level.REGION));
    }

    @Test
    void aVersionHoldsFromItsDayOn() {
        PolicyLayers layers = layers(
                published(PolicyScope.BRAND, TODAY, whole(15)), published(OF_CLINIC, TODAY.plusDays(5), grace(25)));

        assertThat(layers.effective(CLINIC, TODAY.plusDays(4)).graceMinutes()).isEqualTo(15);
        assertThat(layers.effective(CLINIC, TODAY.plusDays(5)).graceMinutes()).isEqualTo(25);
        assertThat(layers.drift(List.of(CLINIC), TODAY)).isEmpty();
    }

    @Test
    void whatHoldsAtOnceReplacesWhatBeganOnTheSameDayInTheEast() {
        LocalDate already = LocalDate.of(2026, 3, 3); // it is the 3rd in Auckland at 12:00 UTC on the 2nd
        List<PolicyLayer> versions =
                PolicyLayer.with(List.of(), new PolicyLayer(already, grace(20), List.of()), NOON.minusSeconds(60));

        List<PolicyLayer> next =
                PolicyLayer.with(versions, new PolicyLayer(PolicyLayer.atOnce(NOON), grace(30), List.of()), NOON);

        assertThat(PolicyLayer.on(already, next).orElseThrow().values().graceMinutes())
                .isEqualTo(30);
    }

    /** Against the plain rule: the lowest layer that sets a field wins, unless a layer above it locks the field. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithThePlainRuleForAnyHistory(long seed) {
        Random random = new Random(seed);
        List<PolicyScope> scopes = List.of(PolicyScope.BRAND, OF_REGION, OF_CLINIC);
        List<List<PolicyLayer>> told = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        PolicyLayers layers = layers(published(PolicyScope.BRAND, TODAY.minusDays(1), whole(15)));
        told.getFirst().add(new PolicyLayer(TODAY.minusDays(1), whole(15), List.of()));
        for (int step = 0; step < 200; step++) {
            int level = random.nextInt(3);
            LocalDate from = TODAY.plusDays(random.nextInt(30));
            Integer grace = random.nextBoolean() || level == 0 ? random.nextInt(120) : null;
            List<String> locked = random.nextInt(3) == 0 ? List.of("graceMinutes") : List.of();
            PolicyLayer next = new PolicyLayer(from, level == 0 ? whole(random.nextInt(120)) : grace(grace), locked);
            PolicyScope scope = scopes.get(level);
            Policy before = Optional.ofNullable(layers.byScope().get(scope.key()))
                    .orElseGet(() -> Policy.none(new PolicyId(Ids.next(PolicyId.PREFIX)), scope));
            layers = layers.with(before.publish(next, NOON).next());
            told.get(level)
                    .removeIf(it -> !it.from().isBefore(from) && !it.from().isAfter(next.replacesUntil(NOON)));
            told.get(level).add(next);
            for (int day = 0; day < 32; day++) {
                assertThat(layers.effective(CLINIC, TODAY.plusDays(day)).graceMinutes())
                        .isEqualTo(plain(told, TODAY.plusDays(day)));
            }
        }
    }

    private static int plain(List<List<PolicyLayer>> told, LocalDate day) {
        int value = 15;
        boolean locked = false;
        for (List<PolicyLayer> versions : told) {
            @Nullable PolicyLayer now = versions.stream()
                    .filter(it -> !it.from().isAfter(day))
                    .max(Comparator.comparing(PolicyLayer::from))
                    .orElse(null);
            if (now != null && !locked) {
                value = Objects.requireNonNullElse(now.values().graceMinutes(), value);
                locked = now.locked().contains("graceMinutes");
            }
        }
        return value;
    }

    @Test
    void aPreviewNamesTheClinicsAndFieldsThatChange() {
        PolicyLayers before = layers(published(PolicyScope.BRAND, TODAY, whole(15)));
        PolicyLayers after = before.with(published(OF_REGION, TODAY, grace(20)));

        assertThat(before.changes(after, List.of(CLINIC), TODAY))
                .containsExactly(new PolicyLayers.FieldChange(CLINIC.clinicId(), "Clinic", "graceMinutes", 15, 20));
        assertThat(after.sources(CLINIC, TODAY))
                .filteredOn(it -> it.field().equals("graceMinutes"))
                .containsExactly(new PolicyLayers.Source("graceMinutes", PolicyScope.Level.REGION, null));
    }

    @Test
    void everyFieldOfAPolicyCanBeSetAndLocked() {
        assertThat(Stream.of(PolicyField.values()).map(PolicyField::fieldName))
                .containsExactly(Stream.of(BookingPolicy.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    @Test
    void aClinicCountsOpenHoursOnlyUnlessTheBrandLocksThatItDoesnt() {
        PolicyScope ofClinic = new PolicyScope(null, CLINIC.clinicId());
        Policy clinics = published(ofClinic, TODAY, openHours());
        Policy open = published(PolicyScope.BRAND, TODAY, whole(15));
        Policy locked = published(PolicyScope.BRAND, TODAY, whole(15), "leadTimeInOpenHours");

        assertThat(layers(open).effective(CLINIC, TODAY).leadTimeInOpenHours()).isFalse();
        assertThat(layers(open, clinics).effective(CLINIC, TODAY).leadTimeInOpenHours())
                .isTrue();
        assertThat(layers(locked, clinics).effective(CLINIC, TODAY).leadTimeInOpenHours())
                .isFalse();
    }

    @Test
    void aLockedRuleCanBeMadeStricterBelowAndNothingElse() {
        ContraindicationRule milder = new ContraindicationRule("EPILEPSY", ContraindicationEffect.WARN, null);
        ContraindicationRule stricter = new ContraindicationRule("BOTOX", ContraindicationEffect.WAIT, 90);
        Policy clinics = published(OF_CLINIC, TODAY, rules(milder, stricter));
        PolicyLayers open = layers(published(PolicyScope.BRAND, TODAY, whole(15)), clinics);
        PolicyLayers locked = layers(published(PolicyScope.BRAND, TODAY, whole(15), "contraindications"), clinics);

        assertThat(rulesOf(open)).contains(milder, stricter).hasSameSizeAs(Contraindications.DEFAULT);
        assertThat(rulesOf(locked)).contains(stricter).doesNotContain(milder);
        assertThat(locked.drift(List.of(CLINIC), TODAY))
                .extracting(PolicyLayers.Drift::value, PolicyLayers.Drift::lockedBy)
                .containsExactly(tuple(milder, PolicyScope.Level.BRAND), tuple(stricter, null));
        assertThat(locked.weakerThanLocked(OF_CLINIC, REGION, rules(stricter, milder), TODAY))
                .contains(new PolicyLayers.Weaker("EPILEPSY", PolicyScope.Level.BRAND));
        assertThat(open.weakerThanLocked(OF_CLINIC, REGION, rules(stricter, milder), TODAY))
                .isEmpty();
        assertThat(locked.sources(CLINIC, TODAY))
                .contains(new PolicyLayers.Source(
                        "contraindications", PolicyScope.Level.CLINIC, PolicyScope.Level.BRAND));
    }

    private static List<ContraindicationRule> rulesOf(PolicyLayers layers) {
        return Objects.requireNonNull(layers.effective(CLINIC, TODAY).contraindications());
    }

    private static PolicyValues rules(ContraindicationRule... rules) {
        return new PolicyValues(null, null, null, null, null, null, null, null, null, List.of(rules), null, null, null);
    }

    private static PolicyValues openHours() {
        return new PolicyValues(null, null, null, null, null, null, null, null, true, null, null, null, null);
    }

    private static PolicyLayers layers(Policy... all) {
        return PolicyLayers.of(List.of(all));
    }

    private static Policy published(PolicyScope scope, LocalDate from, PolicyValues values, String... locked) {
        return Policy.none(new PolicyId(Ids.next(PolicyId.PREFIX)), scope)
                .publish(new PolicyLayer(from, values, List.of(locked)), NOON)
                .next();
    }

    private static PolicyValues whole(int grace) {
        return PolicyValues.of(grace(grace).over(PolicyLayers.DEFAULT, Set.of()));
    }

    private static PolicyValues grace(@Nullable Integer minutes) {
        return new PolicyValues(null, null, null, null, minutes, null, null, null, null, null, null, null, null);
    }
}
