package io.hairline.headoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.settlement.Netting.Position;
import io.hairline.headoffice.settlement.SettlementEntry.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NettingTests {

    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    @Test
    void debitsEqualCreditsWhateverHappened() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<SettlementEntry> entries = new ArrayList<>();
            for (int i = 0; i < random.nextInt(60); i++) {
                entries.add(entry(
                        i,
                        random.nextInt(DemoIds.CLINICS.size()),
                        random.nextInt(DemoIds.CLINICS.size()),
                        random.nextLong(0, 1_000_000),
                        CURRENCIES.get(random.nextInt(CURRENCIES.size()))));
            }
            List<Position> netted = Netting.net(entries);

            assertThat(Netting.sums(entries, netted))
                    .as("seed %d", seed)
                    .allSatisfy(it -> assertThat(it.amount()).isEqualByComparingTo(BigDecimal.ZERO));
            Collections.shuffle(entries, random);
            assertThat(Netting.net(entries)).isEqualTo(netted);
        }
    }

    @Test
    void creditsTheClinicThatDidTheWork() {
        assertThat(Netting.net(List.of(entry(1, 0, 1, 12_000, "EUR"))))
                .extracting(it -> it.clinicId() + " " + it.amount().amount())
                .containsExactlyInAnyOrder(clinic(1) + " 120.00", clinic(0) + " -120.00");
    }

    @Test
    void leavesNothingOfWhatGoesBothWays() {
        List<SettlementEntry> entries = List.of(entry(1, 0, 1, 500, "EUR"), entry(2, 1, 0, 500, "EUR"));

        assertThat(Netting.net(entries)).isEmpty();
        assertThat(Netting.sums(entries, Netting.net(entries)))
                .as("and says that it was set off")
                .containsExactly(new Money(BigDecimal.ZERO.setScale(2), "EUR"));
    }

    private static ClinicId clinic(int number) {
        return DemoIds.clinic(DemoIds.CLINICS.get(number));
    }

    private static SettlementEntry entry(int number, int debtor, int creditor, long units, String currency) {
        return new SettlementEntry(
                "ppd_" + number + ".1",
                Kind.PREPAID_REDEEMED,
                clinic(debtor),
                clinic(creditor),
                currency,
                units,
                "2026-10",
                LocalDate.parse("2026-10-05"),
                Instant.parse("2026-10-05T10:00:00Z"),
                "pay_" + number,
                "ppd_" + number,
                1);
    }
}
