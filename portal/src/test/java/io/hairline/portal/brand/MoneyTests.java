package io.hairline.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MoneyTests {

    @Test
    void isSentAsTheServicesReadIt() {
        Money due = new Money(new BigDecimal("460.00"), "EUR");

        assertThat(JsonMapper.shared().valueToTree(due).toString())
                .isEqualTo("{\"amount\":460.00,\"currency\":\"EUR\"}");
    }
}
