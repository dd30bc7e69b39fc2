package io.hairline.launcher.command;

import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.infrastructure.KafkaLogin;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.EventTail;
import io.hairline.launcher.system.Settings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Prints what the services told each other, one line an event: business time, type, subject,"
                + " version, clinic, actor.")
final class Events implements Callable<Integer> {

    @Option(names = "--follow", description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(names = "--client", paramLabel = "ID", description = "Only what concerns this client, such as cli_…")
    private @Nullable String client;

    @Option(names = "--topic", description = "Only this topic, such as booking.events.")
    private @Nullable String topic;

    @Option(names = "--last", defaultValue = "50", description = "How many of the past (${DEFAULT-VALUE}); 0 for none.")
    private int last;

    @Option(names = "--since", paramLabel = "DURATION", description = "Look back no further, such as PT1H.")
    private @Nullable Duration since;

    @Option(names = "--json", description = "With the payload: one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        if (addresses.elsewhere().isEmpty() && Ports.isFree(addresses.kafka())) {
            throw new LauncherException(
                    "No Kafka answers on port %d. Is Hairline up? ./hairline status".formatted(addresses.kafka()));
        }
        KafkaLogin observer = Settings.observer(project, addresses);
        EventTail tail = new EventTail(observer.client(addresses.bootstrapServers()), topics(), this::concerns, since);
        int printed = tail.read(last, follow, it -> System.out.println(json ? it.json() : it.line()));
        if (printed == 0) {
            System.err.println("There is no such event yet.");
        }
        return 0;
    }

    private List<String> topics() {
        List<String> known = Topics.all("").stream()
                .map(Topics.Topic::name)
                .filter(it -> it.endsWith(".events"))
                .toList();
        if (topic != null && !known.contains(topic)) {
            throw new LauncherException(
                    "There is no topic %s. There are: %s".formatted(topic, String.join(", ", known)));
        }
        return topic == null ? known : List.of(topic);
    }

    private boolean concerns(EventTail.Event event) {
        String id = client;
        return id == null || event.subject().equals(id) || event.body().contains('"' + id + '"');
    }
}
