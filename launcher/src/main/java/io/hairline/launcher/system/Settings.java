package io.hairline.launcher.system;

import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.infrastructure.KafkaLogin;
import io.hairline.launcher.infrastructure.KafkaPermissions;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each service is told, as environment variables: passwords never stand on a command line. */
public record Settings(ProjectFolder project, Addresses addresses, boolean demo) {

    private static final String MONGODB_URI = "HAIRLINE_MONGODB_URI";
    private static final String DEMO_PASSWORD = "HAIRLINE_DEMO_PASSWORD";
    /** Services that seal some of what they store with a key of their own. */
    private static final List<String> SEALING = List.of("identity", "booking", "treatment", "notification");

    public Map<String, String> of(Service service, String mongoUri) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("SERVER_PORT", String.valueOf(addresses.port(service)));
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(addresses.managementPort(service)));
        settings.put("HAIRLINE_DEMO", String.valueOf(demo));
        settings.put("HAIRLINE_SECURITY_ISSUER", addresses.portal().toString());
        settings.put("HAIRLINE_SECURITY_JWKS", jwks());
        settings.put("HAIRLINE_OPS_PASSWORD", opsPassword(project));
        settings.put(MONGODB_URI, mongoUri);
        if (service.stores()) {
            settings.put(Addresses.KAFKA, addresses.bootstrapServers());
            settings.put(Addresses.KAFKA + "_USERNAME", service.name());
            settings.put(Addresses.KAFKA + "_PASSWORD", kafkaPassword(project, service.name()));
            settings.put("HAIRLINE_NAMESPACE", "");
        }
        if (SEALING.contains(service.name())) {
            String name = "HAIRLINE_" + service.name().toUpperCase(Locale.ROOT) + "_KEY";
            settings.put(name, new Secrets(project.hairline()).key(service.name() + "-key"));
        }
        if (List.of("notification", "identity").contains(service.name()) && demo) {
            settings.put("HAIRLINE_MAIL_HOST", "127.0.0.1");
            settings.put("HAIRLINE_MAIL_PORT", String.valueOf(addresses.mail()));
        }
        if (service.name().equals("portal") && demo) {
            settings.put("HAIRLINE_DEMO_MAIL", addresses.mailbox().toString());
        }
        if (List.of("identity", "portal").contains(service.name()) && demo) {
            settings.put(DEMO_PASSWORD, demoPassword(project));
        }
        if (service.name().equals("portal")) {
            Service.ALL.stream()
                    .filter(it -> !it.equals(service))
                    .forEach(it -> settings.put(
                            Addresses.setting(it), addresses.internal(it).toString()));
        }
        return settings;
    }

    /** Of all Kafka users but the administrator and the broker itself. */
    Map<String, String> kafkaPasswords() {
        return Stream.concat(Topics.SERVICES.stream(), Stream.of(KafkaPermissions.OBSERVER))
                .collect(Collectors.toMap(it -> it, it -> kafkaPassword(project, it)));
    }

    private static String kafkaPassword(ProjectFolder project, String user) {
        return new Secrets(project.hairline("secrets")).password("kafka-" + user);
    }

    /** As whom {@code events} reads; of a system that wasn't started here, the environment tells it. */
    public static KafkaLogin observer(ProjectFolder project, Addresses addresses) {
        return addresses.elsewhere().isEmpty()
                ? new KafkaLogin(KafkaPermissions.OBSERVER, kafkaPassword(project, KafkaPermissions.OBSERVER))
                : KafkaLogin.of(System.getenv(), Addresses.KAFKA);
    }

    private String jwks() {
        return Service.ALL.stream()
                .filter(it -> it.name().equals("identity"))
                .map(it -> addresses.internal(it) + "/oauth2/jwks")
                .findFirst()
                .orElseThrow();
    }

    /** HTTP basic password of the user {@code ops} at the management ports. */
    public static String opsPassword(ProjectFolder project) {
        return new Secrets(project.hairline()).password("ops-password");
    }

    /** The one password of all demo users; of a system that wasn't started here, the environment tells it. */
    public static String demoPassword(ProjectFolder project) {
        return Optional.ofNullable(System.getenv(DEMO_PASSWORD))
                .orElseGet(() -> new Secrets(project.hairline()).password("demo-password"));
    }
}
