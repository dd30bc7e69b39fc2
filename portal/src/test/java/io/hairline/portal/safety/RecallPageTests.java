package io.hairline.portal.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.Services;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.gateway.Upstream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.ui.ExtendedModelMap;

class RecallPageTests {

    private static final String ANYTHING = "{\"id\":\"rcl_1\",\"maker\":\"Fine Pigments\",\"product\":\"Graphite\","
            + "\"lotNumber\":\"G-7\",\"reasonCode\":\"CONTAMINATED\",\"openedAt\":\"2026-11-28T10:15:00Z\","
            + "\"sessions\":0,\"patchTests\":0,\"clients\":2,\"noticed\":2,\"told\":2,\"acknowledged\":1,"
            + "\"outstanding\":1,\"takenBack\":0,\"withdrawn\":false,\"erased\":0,"
            + "\"items\":[],\"nextCursor\":null}";

    @ParameterizedTest
    @CsvSource({
        "true, /notices, acknowledged=false",
        "false, /clients, cursor=next",
    })
    void listsAllOrThoseWhoHaveNotAcknowledged(boolean waiting, String list, String query) {
        List<String> asked = new CopyOnWriteArrayList<>();
        ExtendedModelMap model = new ExtendedModelMap();
        try (Upstream services = new Upstream();
                AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext()) {
            services.does(exchange -> {
                asked.add(exchange.getRequestURI().toString());
                Upstream.json(exchange, ANYTHING);
            });
            beans.registerBean(Apis.class, () -> Services.at(services.address()));
            beans.registerBean(Catalogue.class);
            beans.registerBean(ClientNames.class);
            beans.registerBean(RecallPage.class);
            beans.refresh();

            beans.getBean(RecallPage.class).fill("rcl_1", new RecallPage.Position(waiting, "next", null, null), model);
        }

        assertThat(model.get("clients")).isEqualTo(new Api.Page<>(List.of(), null));
        assertThat(asked).anyMatch(it -> it.contains("/rcl_1" + list) && it.contains(query));
    }
}
