package io.hairline.treatment.patchtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class PatchTestTests {

    private static final Instant PLACED = Instant.parse("2027-08-31T10:00:00Z");
    private static final Caller MANAGER = new Caller("per_1", List.of(), _ -> Optional.empty());
    private static final Binary RESULT = new Binary(new byte[] {1});

    @Test
    void isNotReadBeforeADayHasGone() {
        Instant early = PLACED.plus(Duration.ofHours(24)).minusMillis(1);

        assertThatThrownBy(() -> placed().read(RESULT, early))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("too-early"));
        assertThat(placed().read(RESULT, early.plusMillis(1)).next().version()).isEqualTo(2);
    }

    @Test
    void isNotReadAfterAWeek() {
        Instant latest = PLACED.plus(Duration.ofDays(7));

        assertThat(placed().read(RESULT, latest).next().readAt()).isEqualTo(latest);
        assertThatThrownBy(() -> placed().read(RESULT, latest.plusMillis(1)))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("too-old"));
    }

    @Test
    void holdsForSixMonthsEvenIntoAShorterOne() {
        var read = placed().read(RESULT, PLACED.plus(Duration.ofDays(1)));

        assertThat(read.next().validUntil()).isEqualTo(Instant.parse("2028-03-01T10:00:00Z"));
    }

    @Test
    void isReadOnce() {
        Instant later = PLACED.plus(Duration.ofDays(2));
        PatchTest read = placed().read(RESULT, later).next();

        assertThatThrownBy(() -> read.read(RESULT, later)).isInstanceOf(Refusal.class);
    }

    @Test
    void keepsAReadingThatWasWrongToBeSeen() {
        Binary right = new Binary(new byte[] {2});
        PatchTest read = placed().read(RESULT, PLACED.plus(Duration.ofDays(2))).next();
        PatchTest corrected = read.correct(right, RESULT, MANAGER, PLACED.plus(Duration.ofDays(3)))
                .next();

        assertThat(corrected.result()).isEqualTo(right);
        assertThat(corrected.validUntil()).isEqualTo(read.validUntil());
        assertThat(corrected.superseded())
                .singleElement()
                .satisfies(it -> assertThat(it.result()).isEqualTo(RESULT));
        assertThatThrownBy(() -> placed().correct(right, RESULT, MANAGER, PLACED))
                .isInstanceOf(Refusal.class);
    }

    private static PatchTest placed() {
        return PatchTest.place(
                        new PatchTestId(Ids.next(PatchTestId.PREFIX)),
                        new ClientId(Ids.next(ClientId.PREFIX)),
                        new ClinicId(Ids.next(ClinicId.PREFIX)),
                        new LotId(Ids.next(LotId.PREFIX)),
                        PLACED)
                .next();
    }
}
