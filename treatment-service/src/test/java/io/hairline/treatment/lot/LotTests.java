package io.hairline.treatment.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.LotDrawn;
import io.hairline.contracts.treatment.TreatmentEvent.LotOpened;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LotTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 28);
    private static final SessionId SESSION = new SessionId(Ids.next(SessionId.PREFIX));

    private final Lot lot = Lot.receive(
                    new LotId(Ids.next(LotId.PREFIX)),
                    new Delivery(
                            new ClinicId(Ids.next(ClinicId.PREFIX)),
                            LotKind.PIGMENT,
                            "Maker",
                            "Graphite",
                            "CI 77266",
                            "G1",
                            LAST_DAY,
                            new BigDecimal("1.50")))
            .next();

    @Test
    void isDrawnToItsLastDropAndNoFurther() {
        Lot half = draw(lot, "1.00", LAST_DAY);
        Lot empty = draw(half, "0.50", LAST_DAY);

        assertThat(half.statusOn(LAST_DAY, false)).isEqualTo(LotStatus.IN_USE);
        assertThat(empty.statusOn(LAST_DAY, false)).isEqualTo(LotStatus.EMPTY);
        assertThat(empty.remainingMillilitres()).isZero();
        assertRefused(half, LotKind.PIGMENT, "0.51", LAST_DAY, "only 0.50 left");
        assertRefused(empty, LotKind.PIGMENT, "0.01", LAST_DAY, "EMPTY");
    }

    @Test
    void tellsWhatIsLeft() {
        assertThat(lot.draw(SESSION, LotKind.PIGMENT, new BigDecimal("0.40"), LotStatus.RECEIVED)
                        .event())
                .isInstanceOfSatisfying(
                        LotDrawn.class,
                        it -> assertThat(it.remainingMillilitres()).isEqualByComparingTo("1.10"));
    }

    @Test
    void expiresAfterItsLastDay() {
        assertThat(lot.statusOn(LAST_DAY, false)).isEqualTo(LotStatus.RECEIVED);
        assertThat(lot.statusOn(LAST_DAY.plusDays(1), false)).isEqualTo(LotStatus.EXPIRED);
        assertRefused(lot, LotKind.PIGMENT, "0.10", LAST_DAY.plusDays(1), "EXPIRED");
    }

    @Test
    void lastsFromItsOpeningForItsDaysAndNeverBeyondItsOwnLastDay() {
        Lot soon = opening(30);
        Lot late = opening(3_000);
        LocalDate day = LAST_DAY.minusDays(100);

        Lot opened = soon.open(day, LotStatus.RECEIVED).next();
        assertThat(opened.statusOn(day.plusDays(30), false)).isEqualTo(LotStatus.IN_USE);
        assertThat(opened.statusOn(day.plusDays(31), false)).isEqualTo(LotStatus.EXPIRED);
        assertThat(soon.statusOn(day.plusDays(31), false)).as("closed").isEqualTo(LotStatus.RECEIVED);
        assertThat(late.open(day, LotStatus.RECEIVED).event())
                .isEqualTo(new LotOpened(late.id(), late.clinicId(), day, LAST_DAY));
        assertThatThrownBy(() -> opened.open(day, LotStatus.IN_USE)).isInstanceOf(Refusal.class);
    }

    @Test
    void isOpenedByItsFirstDrawAndStaysOpenedOnThatDay() {
        LocalDate day = LAST_DAY.minusDays(100);
        Lot drawn = draw(opening(30).openedBy(day), "0.10", day);

        assertThat(drawn.openedOn()).isEqualTo(day);
        assertThat(drawn.openedBy(day.plusDays(9)).openedOn()).isEqualTo(day);
        assertThat(drawn.statusOn(day.plusDays(31), false)).isEqualTo(LotStatus.EXPIRED);
    }

    private Lot opening(int useWithinDays) {
        return Lot.receive(
                        new LotId(Ids.next(LotId.PREFIX)),
                        new Delivery(
                                lot.clinicId(),
                                LotKind.PIGMENT,
                                "Maker",
                                "Graphite",
                                "CI 77266",
                                "G2",
                                LAST_DAY,
                                new BigDecimal("1.50"),
                                useWithinDays,
                                null,
                                Map.of()))
                .next();
    }

    @Test
    void isNoNeedle() {
        assertRefused(lot, LotKind.NEEDLE, "1", LAST_DAY, "of kind PIGMENT");
    }

    @Test
    void isBarredByARecallHoweverMuchIsLeft() {
        assertThat(lot.statusOn(LAST_DAY, true)).isEqualTo(LotStatus.RECALLED);
        assertThatThrownBy(() -> lot.draw(SESSION, LotKind.PIGMENT, BigDecimal.ONE, LotStatus.RECALLED))
                .hasMessageContaining("RECALLED");
    }

    @Test
    void isHeldBackAndReleasedAsItWas() {
        Lot held = lot.quarantine(QuarantineReason.DAMAGED).next();

        assertRefused(held, LotKind.PIGMENT, "0.10", LAST_DAY, "QUARANTINED");
        assertThat(held.release().next().status()).isEqualTo(LotStatus.RECEIVED);
        assertThat(draw(lot, "0.10", LAST_DAY)
                        .quarantine(QuarantineReason.OTHER)
                        .next()
                        .release()
                        .next()
                        .status())
                .isEqualTo(LotStatus.IN_USE);
        assertThatThrownBy(lot::release).isInstanceOf(Refusal.class);
    }

    @Test
    void keepsALabelThatWasWrongToBeSeen() {
        Lot.Label right = new Lot.Label("Maker", "Graphite", "CI 77266", "G7", LAST_DAY.minusDays(1));
        Lot corrected = lot.correct(right, "Misread the label", "per_1", LotStatus.RECEIVED, Instant.EPOCH)
                .next();

        assertThat(corrected.label()).isEqualTo(right);
        assertThat(corrected.batch()).isEqualTo(right.batch().normal());
        assertThat(corrected.corrections())
                .singleElement()
                .satisfies(it -> assertThat(it.was()).isEqualTo(lot.label()));
        assertThatThrownBy(() -> lot.correct(right, "To hide it", "per_1", LotStatus.RECALLED, Instant.EPOCH))
                .hasMessageContaining("recalled");
    }

    @Test
    void warnsThirtyDaysBeforeItsLastDayAndBelowAFifth() {
        assertThat(warnings(lot, LAST_DAY.minusDays(31))).isEmpty();
        assertThat(warnings(lot, LAST_DAY.minusDays(30))).containsExactly(LotView.Warning.EXPIRES_SOON);
        assertThat(warnings(lot, LAST_DAY.plusDays(1))).isEmpty();
        LocalDate early = LAST_DAY.minusDays(100);
        BigDecimal fourFifths = lot.millilitres().multiply(new BigDecimal("0.8"));
        Lot aFifth = draw(lot, fourFifths.toPlainString(), early);
        assertThat(warnings(aFifth, early)).isEmpty();
        assertThat(warnings(draw(aFifth, "0.01", early), early)).containsExactly(LotView.Warning.LOW);
    }

    private static List<LotView.Warning> warnings(Lot it, LocalDate today) {
        return LotView.of(it, it.statusOn(today, false), today).warnings();
    }

    private static Lot draw(Lot from, String amount, LocalDate today) {
        return from.draw(SESSION, LotKind.PIGMENT, new BigDecimal(amount), from.statusOn(today, false))
                .next();
    }

    private static void assertRefused(Lot from, LotKind kind, String amount, LocalDate today, String why) {
        assertThatThrownBy(() -> from.draw(SESSION, kind, new BigDecimal(amount), from.statusOn(today, false)))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("lot-not-usable"))
                .hasMessageContaining(why);
    }
}
