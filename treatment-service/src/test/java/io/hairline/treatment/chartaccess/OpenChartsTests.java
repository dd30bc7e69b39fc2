package io.hairline.treatment.chartaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.SharingPassId;
import io.hairline.kit.Ids;
import io.hairline.treatment.chartaccess.AccessGrants.Grant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenChartsTests {

    private static final int ROUNDS = 5_000;
    private static final ClinicId HERE = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final ClinicId THERE = new ClinicId(Ids.next(ClinicId.PREFIX));

    private final RandomGenerator random = new java.util.Random(26);

    @ParameterizedTest
    @EnumSource
    void opensEverythingByABookingAlone(AccessedRecord what) {
        assertThat(OpenCharts.widest(what, List.of(), Set.of(HERE)))
                .contains(Grant.of(AccessBasis.CLIENT_BOOKING, HERE));
    }

    @ParameterizedTest
    @EnumSource
    void opensByAPassWhatItIsForInThePlaceOfTheBooking(SharingPurpose purpose) {
        Grant pass = pass(purpose, HERE);
        for (AccessedRecord what : AccessedRecord.values()) {
            assertThat(OpenCharts.widest(what, List.of(pass), Set.of(HERE)).isPresent())
                    .as(what.name())
                    .isEqualTo(purpose.opens().contains(what));
        }
    }

    @Test
    void keepsTheBookingOfAClinicWithoutAPass() {
        assertThat(OpenCharts.widest(
                        AccessedRecord.CHART, List.of(pass(SharingPurpose.MATCH_CARD, THERE)), Set.of(HERE, THERE)))
                .contains(Grant.of(AccessBasis.CLIENT_BOOKING, HERE));
    }

    /** Whatever holds: all of it counts but the booking of a clinic with a pass, and of what counts the widest. */
    @Test
    void opensAsMuchAsTheWidestThatCounts() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Grant> granted = grants();
            Set<ClinicId> booked = new HashSet<>();
            Stream.of(HERE, THERE).filter(_ -> random.nextBoolean()).forEach(booked::add);
            AccessedRecord what = AccessedRecord.values()[random.nextInt(AccessedRecord.values().length)];

            boolean byBooking = booked.stream()
                    .anyMatch(it -> granted.stream()
                            .noneMatch(one ->
                                    one.purpose() != null && one.clinicId().equals(it)));
            int most = Stream.concat(
                            granted.stream()
                                    .filter(it -> it.opens().contains(what))
                                    .map(it -> it.opens().size()),
                            byBooking ? Stream.of(AccessedRecord.ALL.size()) : Stream.of())
                    .max(Integer::compare)
                    .orElse(0);

            assertThat(OpenCharts.widest(what, granted, booked)
                            .map(it -> it.opens().size())
                            .orElse(0))
                    .as("%s with %s booked %s", what, granted, booked)
                    .isEqualTo(most);
        }
    }

    private List<Grant> grants() {
        List<Grant> all = new ArrayList<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            ClinicId clinic = random.nextBoolean() ? HERE : THERE;
            all.add(
                    switch (random.nextInt(6)) {
                        case 0 -> Grant.of(AccessBasis.SHARING_CONSENT, clinic);
                        case 1 -> Grant.of(new EmergencyAccessId(Ids.next(EmergencyAccessId.PREFIX)), clinic);
                        default ->
                            pass(SharingPurpose.values()[random.nextInt(SharingPurpose.values().length)], clinic);
                    });
        }
        return all;
    }

    private static Grant pass(SharingPurpose purpose, ClinicId clinic) {
        return Grant.of(new SharingPassId(Ids.next(SharingPassId.PREFIX)), purpose, clinic);
    }
}
