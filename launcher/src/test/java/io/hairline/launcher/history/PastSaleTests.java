package io.hairline.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.launcher.history.PastVisit.Ending;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastSaleTests {

    private static final List<ClientHistory> ALL = HistoryGenerator.until(LocalDate.of(2026, 11, 30));

    @Test
    void aFewTreatedClientsTakeSomethingHome() {
        List<ClientHistory> buyers =
                ALL.stream().filter(it -> PastSale.of(it).isPresent()).toList();

        assertThat(buyers).hasSizeBetween(5, 30);
        assertThat(buyers).allMatch(it -> it.sessions().getFirst().ending() == Ending.COMPLETED);
        assertThat(buyers.stream()
                        .map(it -> PastSale.of(it).orElseThrow().kind())
                        .distinct())
                .containsExactlyInAnyOrder("SALE_SPF", "SALE_MOISTURISER", "SALE_SHAMPOO");
    }
}
