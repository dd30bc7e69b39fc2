package io.hairline.identity;

import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running identity-service; several of them share one database, as they do in production. */
final class Instance implements AutoCloseable {

    static final String ISSUER = "https://brand.example";
    static final String KEY = "c2l4dGVlbiBieXRlcyBhbmQgc2l4dGVlbiBtb3JlISE=";

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Instance start(Map<String, String> settings) {
        return start(settings, _ -> {});
    }

    /** @param mixIn what the test adds to the context before its beans are made */
    static Instance start(
            Map<String, String> settings, ApplicationContextInitializer<GenericApplicationContext> mixIn) {
        TestInfrastructure servers = TestInfrastructure.get();
        servers.createTopics();
        Map<String, Object> all = new HashMap<>(servers.properties("identity"));
        all.put("hairline.security.issuer", ISSUER);
        all.put("hairline.identity.key", KEY);
        all.put("server.port", "0");
        all.put("management.server.port", "0");
        all.putAll(settings);
        String[] args = all.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);
        return new Instance(new SpringApplicationBuilder(IdentityApplication.class)
                .initializers(mixIn)
                .run(args));
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
    }
}
