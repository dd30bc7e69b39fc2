package io.hairline.treatment.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.treatment.TreatmentEvent.StockHeldBack;
import io.hairline.contracts.treatment.TreatmentEvent.StockUsableAgain;
import io.hairline.kit.Ids;
import io.hairline.treatment.lot.LotKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClinicSupplyTests {

    private static final ClinicId CLINIC = new ClinicId(Ids.next(ClinicId.PREFIX));

    private final ClinicSupply untold = ClinicSupply.untold(CLINIC);

    @Test
    void tellsOncePerCauseAndOnceThatItIsOver() {
        var recalled = untold.now(LotKind.PIGMENT, Supply.RECALLED);
        assertThat(recalled.event()).isEqualTo(new StockHeldBack(CLINIC, "PIGMENT", "RECALLED"));
        assertThat(recalled.next().now(LotKind.PIGMENT, Supply.RECALLED).event())
                .isNull();

        var again = recalled.next().now(LotKind.PIGMENT, Supply.USABLE);
        assertThat(again.event()).isEqualTo(new StockUsableAgain(CLINIC, "PIGMENT"));
        assertThat(again.next().now(LotKind.PIGMENT, Supply.USABLE).event()).isNull();
    }

    @Test
    void saysNothingOfAStockThatIsUsedUpOrPastItsDay() {
        assertThat(untold.now(LotKind.PIGMENT, Supply.NONE).event()).isNull();
        assertThat(untold.now(LotKind.PIGMENT, Supply.EXPIRED).event()).isNull();
        assertThat(untold.now(LotKind.PIGMENT, Supply.USABLE).event()).isNull();
    }

    @Test
    void staysHeldBackWhenWhatWasRecalledIsThrownAway() {
        ClinicSupply recalled = untold.now(LotKind.PIGMENT, Supply.RECALLED).next();

        assertThat(recalled.now(LotKind.PIGMENT, Supply.NONE).event()).isNull();
        assertThat(recalled.now(LotKind.PIGMENT, Supply.NONE).next().heldBack())
                .containsExactly(Map.entry(LotKind.PIGMENT, Supply.RECALLED));
        assertThat(recalled.now(LotKind.NEEDLE, Supply.USABLE).event()).isNull();
    }
}
