package io.hairline.kit.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.hairline.kit.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

class IndexInitializerTests {

    @Test
    void letsAnIndexOverManyDocumentsTakeItsTime() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder();
        new MongoTimeouts().customize(settings);
        List<MongoDatabase> given = new ArrayList<>();
        Indexes indexes = given::add;
        try (MongoClient client = MongoClients.create(settings.build())) {
            new IndexInitializer(
                            new MongoTemplate(client, "years"),
                            new StaticListableBeanFactory(Map.of("indexes", indexes)).getBeanProvider(Indexes.class))
                    .start();
        }

        assertThat(given)
                .singleElement()
                .satisfies(it -> assertThat(it.getTimeout(TimeUnit.MINUTES)).isEqualTo(60));
    }
}
