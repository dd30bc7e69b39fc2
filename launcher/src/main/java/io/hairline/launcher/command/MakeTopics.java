package io.hairline.launcher.command;

import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.infrastructure.KafkaAccess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Creates the topics that are missing in a Kafka cluster. `up` does it by itself.")
final class MakeTopics implements Callable<Integer> {

    @Option(
            names = "--kafka",
            defaultValue = "${env:HAIRLINE_KAFKA:-localhost:19092}",
            description = "Bootstrap servers; without it HAIRLINE_KAFKA (${DEFAULT-VALUE}).")
    private String kafka = "";

    @Override
    public Integer call() {
        KafkaAccess.create(kafka, Topics.all(""));
        Topics.all("").forEach(it -> System.out.println(it.name()));
        return 0;
    }
}
