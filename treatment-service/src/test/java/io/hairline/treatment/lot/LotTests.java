package io.hairline.treatment.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.StockRule;
import io.hairline.contracts.treatment.TreatmentEvent.LotDrawn;
import io.hairline.contracts.treatment.TreatmentEvent.LotOpened;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LotTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 28);
    private static final BigDecimal TENTH = new BigDecimal("0.10");
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
        assertThat(lot.draw(SESSION, LotKind.PIGMENT, new BigDecimal("0.40"), LotStatus.RECEIVED, Instant.EPOCH)
                        .event())
                .isInstanceOfSatisfying(
                        LotDrawn.class,
                        it -> assertThat(it.remainingMillilitres()).isEqualByComparingTo("1.10"));
    }

    @Test
    void leavesWhatIsLeftWhenTheAmountThatCameIsPutRight() {
        Lot half = draw(lot, "0.50", LAST_DAY);

        Lot more = corrected(half, "15.00");
        Lot usedUp = corrected(half, "0.50");

        assertThat(more.millilitres()).isEqualByComparingTo("15.00");
        assertThat(more.remainingMillilitres()).isEqualByComparingTo("14.50");
        assertThat(more.corrections())
                .singleElement()
                .satisfies(it -> assertThat(it.wasMillilitres()).isEqualByComparingTo("1.50"));
        assertThat(usedUp.statusOn(LAST_DAY, false)).isEqualTo(LotStatus.EMPTY);
        assertThat(corrected(usedUp, "1.50").statusOn(LAST_DAY, false)).isEqualTo(LotStatus.IN_USE);
        assertThatThrownBy(() -> corrected(half, "0.49"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo("millilitres")));
        assertThatThrownBy(() -> corrected(
                        half.dispose(DisposalReason.OTHER, Instant.EPOCH).next(), "9.00"))
                .isInstanceOf(Refusal.class);
    }

    private static Lot corrected(Lot before, String came) {
        return before.correct(
                        before.label(),
                        new BigDecimal(came),
                        "Mistyped",
                        "per_1",
                        before.statusOn(LAST_DAY, false),
                        Instant.EPOCH)
                .next();
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
        Lot drawn = draw(opening(30).openedBy(day, TENTH), "0.10", day);

        assertThat(drawn.openedOn()).isEqualTo(day);
        assertThat(drawn.openedBy(day.plusDays(9), TENTH).openedOn()).isEqualTo(day);
        assertThat(drawn.statusOn(day.plusDays(31), false)).isEqualTo(LotStatus.EXPIRED);
    }

    @Test
    void keepsTheDaysOfClosedBottlesThatComeToAnOpenedLot() {
        LocalDate day = LAST_DAY.minusDays(100);
        LocalDate over = day.plusDays(31);
        Lot opened = opening(30).open(day, LotStatus.RECEIVED).next();
        Lot more = opened.replenish(delivery(30, "2.00", null)).next();
        Lot late =
                draw(opened, "0.10", day).replenish(delivery(30, "2.00", null)).next();

        assertThat(opened.statusOn(over, false)).isEqualTo(LotStatus.EXPIRED);
        assertThat(more.statusOn(over, false)).isEqualTo(LotStatus.IN_USE);
        assertThat(more.usableUntil()).isEqualTo(LAST_DAY);
        assertThat(more.on(day.plusDays(30)).remainingMillilitres()).isEqualByComparingTo("3.50");
        assertThat(more.on(over).remainingMillilitres())
                .as("without the opened bottle")
                .isEqualByComparingTo("2.00");

        Lot drawn = draw(late.openedBy(over, TENTH), "0.10", over);
        assertThat(drawn.openedOn()).isEqualTo(over);
        assertThat(drawn.remainingMillilitres()).isEqualByComparingTo("1.90");
        assertThat(drawn.statusOn(over.plusDays(31), false)).isEqualTo(LotStatus.EXPIRED);
        assertThat(more.open(over, LotStatus.IN_USE).event())
                .isEqualTo(new LotOpened(more.id(), more.clinicId(), over, over.plusDays(30)));
        assertThatThrownBy(() -> more.open(day.plusDays(30), LotStatus.IN_USE)).isInstanceOf(Refusal.class);
    }

    @Test
    void opensAClosedBottleWhenTheOpenedOneHoldsTooLittle() {
        LocalDate day = LAST_DAY.minusDays(100);
        Lot more = opening(30)
                .open(day, LotStatus.RECEIVED)
                .next()
                .replenish(delivery(30, "2.00", null))
                .next();

        assertThat(more.openedBy(day.plusDays(5), new BigDecimal("1.50")).openedOn())
                .isEqualTo(day);
        Lot next = more.openedBy(day.plusDays(5), new BigDecimal("1.51"));
        assertThat(next.openedOn()).isEqualTo(day.plusDays(5));
        assertThat(next.remainingMillilitres()).isEqualByComparingTo("3.50");
        assertThat(next.statusOn(day.plusDays(36), false)).isEqualTo(LotStatus.EXPIRED);
    }

    @Test
    void givesAwayClosedBottlesFirst() {
        LocalDate day = LAST_DAY.minusDays(100);
        ClinicId there = new ClinicId(Ids.next(ClinicId.PREFIX));
        LotId id = new LotId(Ids.next(LotId.PREFIX));
        Lot more = opening(30)
                .open(day, LotStatus.RECEIVED)
                .next()
                .replenish(delivery(30, "2.00", null))
                .next();

        assertThat(more.deliveryTo(there, new BigDecimal("2.00")).openedOn()).isNull();
        assertThat(more.deliveryTo(there, new BigDecimal("2.01")).openedOn()).isEqualTo(day);
        Lot left = more.transfer(there, id, new BigDecimal("2.00"), LotStatus.IN_USE, Instant.EPOCH)
                .next();
        assertThat(left.remainingMillilitres()).isEqualByComparingTo("1.50");
        assertThat(left.statusOn(day.plusDays(31), false)).isEqualTo(LotStatus.EXPIRED);
        Lot closed = opening(30).replenish(delivery(30, "1.00", day)).next();
        assertThat(closed.on(day.plusDays(31)).remainingMillilitres())
                .as("an opened bottle that came to closed ones")
                .isEqualByComparingTo("1.50");
    }

    private Lot opening(int useWithinDays) {
        return Lot.receive(new LotId(Ids.next(LotId.PREFIX)), delivery(useWithinDays, "1.50", null))
                .next();
    }

    private Delivery delivery(int useWithinDays, String amount, @Nullable LocalDate openedOn) {
        return new Delivery(
                lot.clinicId(),
                LotKind.PIGMENT,
                "Maker",
                "Graphite",
                "CI 77266",
                "G2",
                LAST_DAY,
                new BigDecimal(amount),
                useWithinDays,
                openedOn,
                Map.of());
    }

    @Test
    void isNoNeedle() {
        assertRefused(lot, LotKind.NEEDLE, "1", LAST_DAY, "of kind PIGMENT");
    }

    @Test
    void isBarredByARecallHoweverMuchIsLeft() {
        assertThat(lot.statusOn(LAST_DAY, true)).isEqualTo(LotStatus.RECALLED);
        assertThatThrownBy(() -> lot.draw(SESSION, LotKind.PIGMENT, BigDecimal.ONE, LotStatus.RECALLED, Instant.EPOCH))
                .hasMessageContaining("RECALLED");
    }

    @Test
    void isHeldBackAndReleasedAsItWas() {
        Lot held = lot.quarantine(QuarantineReason.DAMAGED, Instant.EPOCH).next();

        assertRefused(held, LotKind.PIGMENT, "0.10", LAST_DAY, "QUARANTINED");
        assertThat(held.release(Instant.EPOCH).next().status()).isEqualTo(LotStatus.RECEIVED);
        assertThat(draw(lot, "0.10", LAST_DAY)
                        .quarantine(QuarantineReason.OTHER, Instant.EPOCH)
                        .next()
                        .release(Instant.EPOCH)
                        .next()
                        .status())
                .isEqualTo(LotStatus.IN_USE);
        assertThatThrownBy(() -> lot.release(Instant.EPOCH)).isInstanceOf(Refusal.class);
    }

    @Test
    void isForASessionWhatItWasWhenThatBegan() {
        Instant noon = Instant.parse("2027-03-01T12:00:00Z");
        LocalDate day = LocalDate.of(2027, 3, 1);
        Lot held = draw(lot, "0.50", day)
                .quarantine(QuarantineReason.DAMAGED, noon)
                .next();

        assertThat(held.statusFor(noon.minusSeconds(1), day, false)).isEqualTo(LotStatus.IN_USE);
        assertThat(held.statusFor(noon, day, false)).isEqualTo(LotStatus.QUARANTINED);
        assertThat(held.statusFor(noon.minusSeconds(1), day, true))
                .as("recalled before")
                .isEqualTo(LotStatus.RECALLED);
        assertThat(held.statusFor(noon.minusSeconds(1), LAST_DAY.plusDays(1), false))
                .isEqualTo(LotStatus.EXPIRED);
        assertThat(held.release(noon.plusSeconds(5)).next().statusFor(noon.plusSeconds(9), day, false))
                .isEqualTo(LotStatus.IN_USE);
        Lot again = held.release(noon.plusSeconds(5))
                .next()
                .quarantine(QuarantineReason.OTHER, noon.plusSeconds(60))
                .next();
        assertThat(again.statusFor(noon.plusSeconds(59), day, false)).isEqualTo(LotStatus.IN_USE);
        assertThat(again.statusFor(noon.plusSeconds(5), day, false)).isEqualTo(LotStatus.IN_USE);
    }

    /** Otherwise a manager makes it nameable for the client in the chair by releasing it and holding it again. */
    @Test
    void staysHeldBackForASessionThatBeganInItsQuarantine() {
        Instant noon = Instant.parse("2027-03-01T12:00:00Z");
        LocalDate day = LocalDate.of(2027, 3, 1);
        Lot released = lot.quarantine(QuarantineReason.DAMAGED, noon)
                .next()
                .release(noon.plusSeconds(60))
                .next();
        Lot again = released.quarantine(QuarantineReason.DAMAGED, noon.plusSeconds(61))
                .next();

        assertThat(released.statusFor(noon.plusSeconds(30), day, false))
                .as("may be used again")
                .isEqualTo(LotStatus.RECEIVED);
        assertThat(again.statusFor(noon.plusSeconds(30), day, false)).isEqualTo(LotStatus.QUARANTINED);
        assertThat(again.statusFor(noon.minusSeconds(1), day, false)).isEqualTo(LotStatus.IN_USE);
    }

    @Test
    void givesALateSessionWhatIsStillThereAndStaysHeldBack() {
        Instant noon = Instant.parse("2027-03-01T12:00:00Z");
        Lot held = lot.quarantine(QuarantineReason.DAMAGED, noon).next();

        Lot drawn = late(held, "0.50").next();
        Lot empty = late(drawn, "1.00").next();

        assertThat(drawn.status()).isEqualTo(LotStatus.QUARANTINED);
        assertThat(drawn.remainingMillilitres()).isEqualByComparingTo("1.00");
        assertThat(empty.status()).isEqualTo(LotStatus.EMPTY);
        assertThat(empty.statusFor(noon, LAST_DAY, false))
                .as("held back before it ran empty")
                .isEqualTo(LotStatus.EMPTY);
        assertThat(late(empty, "0.10").event()).isNull();
        assertThat(late(empty, "0.10").next().remainingMillilitres()).isZero();
        assertThatThrownBy(() -> late(drawn, "1.01")).hasMessageContaining("only 1.00 left");
    }

    private static Change<Lot> late(Lot from, String amount) {
        return from.draw(
                SESSION,
                LotKind.PIGMENT,
                new BigDecimal(amount),
                LotStatus.IN_USE,
                Instant.parse("2027-03-01T13:00:00Z"));
    }

    @Test
    void keepsALabelThatWasWrongToBeSeen() {
        Lot.Label right = new Lot.Label("Maker", "Graphite", "CI 77266", "G7", LAST_DAY.minusDays(1));
        Lot corrected = lot.correct(
                        right, lot.millilitres(), "Misread the label", "per_1", LotStatus.RECEIVED, Instant.EPOCH)
                .next();

        assertThat(corrected.label()).isEqualTo(right);
        assertThat(corrected.batch()).isEqualTo(right.batch().normal());
        assertThat(corrected.corrections())
                .singleElement()
                .satisfies(it -> assertThat(it.was()).isEqualTo(lot.label()));
        assertThatThrownBy(() ->
                        lot.correct(right, lot.millilitres(), "To hide it", "per_1", LotStatus.RECALLED, Instant.EPOCH))
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
        return warnings(it, today, StockRule.DEFAULT);
    }

    private static List<LotView.Warning> warnings(Lot it, LocalDate today, StockRule rule) {
        return LotView.of(it, it.statusOn(today, false), today, rule).warnings();
    }

    @Test
    void warnsAsThePolicySays() {
        StockRule rule = new StockRule(50, 90);
        BigDecimal half = lot.millilitres().multiply(new BigDecimal("0.5"));
        Lot halfOfIt = draw(lot, half.toPlainString(), LAST_DAY.minusDays(100));

        assertThat(warnings(lot, LAST_DAY.minusDays(91), rule)).isEmpty();
        assertThat(warnings(lot, LAST_DAY.minusDays(90), rule)).containsExactly(LotView.Warning.EXPIRES_SOON);
        assertThat(warnings(halfOfIt, LAST_DAY.minusDays(91), rule)).isEmpty();
        assertThat(warnings(draw(halfOfIt, "0.01", LAST_DAY.minusDays(100)), LAST_DAY.minusDays(91), rule))
                .containsExactly(LotView.Warning.LOW);
    }

    private static Lot draw(Lot from, String amount, LocalDate today) {
        return from.draw(SESSION, LotKind.PIGMENT, new BigDecimal(amount), from.statusOn(today, false), Instant.EPOCH)
                .next();
    }

    private static void assertRefused(Lot from, LotKind kind, String amount, LocalDate today, String why) {
        assertThatThrownBy(() ->
                        from.draw(SESSION, kind, new BigDecimal(amount), from.statusOn(today, false), Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("lot-not-usable"))
                .hasMessageContaining(why);
    }
}
