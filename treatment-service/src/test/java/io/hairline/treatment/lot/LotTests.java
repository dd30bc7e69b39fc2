package io.hairline.treatment.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.LotDrawn;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
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

        assertThat(half.statusOn(LAST_DAY)).isEqualTo(LotStatus.IN_USE);
        assertThat(empty.statusOn(LAST_DAY)).isEqualTo(LotStatus.EMPTY);
        assertThat(empty.remainingMillilitres()).isZero();
        assertRefused(half, LotKind.PIGMENT, "0.51", LAST_DAY, "only 0.50 left");
        assertRefused(empty, LotKind.PIGMENT, "0.01", LAST_DAY, "EMPTY");
    }

    @Test
    void tellsWhatIsLeft() {
        assertThat(lot.draw(SESSION, LotKind.PIGMENT, new BigDecimal("0.40"), LAST_DAY)
                        .event())
                .isInstanceOfSatisfying(
                        LotDrawn.class,
                        it -> assertThat(it.remainingMillilitres()).isEqualByComparingTo("1.10"));
    }

    @Test
    void expiresAfterItsLastDay() {
        assertThat(lot.statusOn(LAST_DAY)).isEqualTo(LotStatus.RECEIVED);
        assertThat(lot.statusOn(LAST_DAY.plusDays(1))).isEqualTo(LotStatus.EXPIRED);
        assertRefused(lot, LotKind.PIGMENT, "0.10", LAST_DAY.plusDays(1), "EXPIRED");
    }

    @Test
    void isNoNeedle() {
        assertRefused(lot, LotKind.NEEDLE, "1", LAST_DAY, "of kind PIGMENT");
    }

    private static Lot draw(Lot from, String amount, LocalDate today) {
        return from.draw(SESSION, LotKind.PIGMENT, new BigDecimal(amount), today)
                .next();
    }

    private static void assertRefused(Lot from, LotKind kind, String amount, LocalDate today, String why) {
        assertThatThrownBy(() -> from.draw(SESSION, kind, new BigDecimal(amount), today))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("lot-not-usable"))
                .hasMessageContaining(why);
    }
}
