package io.hairline.kit.testing;

import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives a service's test context its own namespace on a real MongoDB and a real Kafka, and {@link TestIssuer} as issuer:
 * {@code @ContextConfiguration(initializers = RealServers.class)}.
 */
public final class RealServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestInfrastructure infrastructure = TestInfrastructure.get();
        infrastructure.createTopics();
        String service = context.getEnvironment().getRequiredProperty("hairline.service");
        Map<String, Object> properties = new HashMap<>(infrastructure.properties(service));
        properties.put("hairline.security.issuer", TestIssuer.get().issuer());
        properties.put("hairline.security.jwks", TestIssuer.get().jwks());
        properties.put("management.server.port", "0");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("realServers", properties));
    }
}
