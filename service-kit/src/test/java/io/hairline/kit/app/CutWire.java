package io.hairline.kit.app;

import com.mongodb.ConnectionString;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts a {@link Wire} between the context and its MongoDB. */
final class CutWire implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String uri = context.getEnvironment().getRequiredProperty("hairline.mongodb.uri");
        String address = new ConnectionString(uri).getHosts().getFirst();
        Wire wire = new Wire(address.split(":", -1)[0], Integer.parseInt(address.split(":", -1)[1]));
        String wired = uri.replace(address, "127.0.0.1:" + wire.port())
                .replaceAll("replicaSet=[^&]*", "directConnection=true");
        context.getBeanFactory().registerSingleton("wire", wire);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("wire", Map.of("hairline.mongodb.uri", Objects.requireNonNull(wired))));
    }
}
