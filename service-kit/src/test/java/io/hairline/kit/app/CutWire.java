package io.hairline.kit.app;

import io.hairline.kit.testing.Wire;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts a {@link Wire} between the context and its MongoDB. */
final class CutWire implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String uri = context.getEnvironment().getRequiredProperty("hairline.mongodb.uri");
        Wire wire = new Wire(uri);
        context.getBeanFactory().registerSingleton("wire", wire);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("wire", Map.of("hairline.mongodb.uri", wire.uri())));
    }
}
