package io.hairline.launcher.command;

import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.infrastructure.KafkaAccess;
import io.hairline.launcher.infrastructure.KafkaLogin;
import io.hairline.launcher.infrastructure.KafkaPermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description =
                "Creates in a Kafka cluster what is missing: topics, and what each service may do with them. Logs in"
                        + " as HAIRLINE_KAFKA_USERNAME with HAIRLINE_KAFKA_PASSWORD, and gives each service the password in"
                        + " <SERVICE>_KAFKA_PASSWORD, such as BOOKING_KAFKA_PASSWORD. `up` does it by itself.")
final class MakeTopics implements Callable<Integer> {

    @Option(
            names = "--kafka",
            defaultValue = "${env:HAIRLINE_KAFKA:-localhost:19092}",
            description = "Bootstrap servers; without it HAIRLINE_KAFKA (${DEFAULT-VALUE}).")
    private String kafka = "";

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        new KafkaAccess(kafka, KafkaLogin.of(environment, "HAIRLINE_KAFKA")).prepare("", passwords(environment));
        Topics.all("").forEach(it -> System.out.println(it.name()));
        return 0;
    }

    /** Those that the environment names; the others' users were made by somebody else. */
    static Map<String, String> passwords(Map<String, String> environment) {
        Map<String, String> passwords = new HashMap<>();
        Stream.concat(Topics.SERVICES.stream(), Stream.of(KafkaPermissions.OBSERVER))
                .forEach(it -> {
                    String password = environment.getOrDefault(it.toUpperCase(Locale.ROOT) + "_KAFKA_PASSWORD", "");
                    if (!password.isEmpty()) {
                        passwords.put(it, password);
                    }
                });
        return passwords;
    }
}
