package io.hairline.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.gateway.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class ApiPagesTests {

    record Item(String id) {}

    @Test
    void followAListToItsEnd() {
        List<String> asked = new ArrayList<>();
        try (Upstream treatment = new Upstream()) {
            treatment.does(exchange -> {
                String query = exchange.getRequestURI().getQuery();
                asked.add(query);
                Upstream.json(
                        exchange,
                        query.contains("cursor=more")
                                ? "{\"items\":[{\"id\":\"lot_3\"}],\"nextCursor\":null}"
                                : "{\"items\":[{\"id\":\"lot_1\"},{\"id\":\"lot_2\"}],\"nextCursor\":\"more\"}");
            });
            RestClient http = RestClient.create();
            Api api = new Api(new ServiceCalls(http, http, treatment.address(), "Treatment", "token", null));

            assertThat(api.all(Item.class, "/lots", Map.of("clinicId", "cln_1")))
                    .extracting(Item::id)
                    .containsExactly("lot_1", "lot_2", "lot_3");
            assertThat(api.all(Item.class, "/tasks", Map.of("clinicId", "cln_1", "limit", 50)))
                    .hasSize(3);
        }
        assertThat(asked).hasSize(4).allMatch(it -> it.contains("clinicId=cln_1"));
        assertThat(asked.subList(0, 2)).allMatch(it -> it.contains("limit=200"));
        assertThat(asked.subList(2, 4)).allMatch(it -> it.contains("limit=50"));
    }
}
