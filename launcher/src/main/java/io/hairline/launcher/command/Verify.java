package io.hairline.launcher.command;

import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.EventTail;
import io.hairline.launcher.system.Operator;
import io.hairline.launcher.system.Service;
import io.hairline.launcher.system.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Compares signed sessions, consents and plans with the chains over them, and the chains with the seals"
                        + " on Kafka. Exit code 0 if all is as it was signed, else 4.")
final class Verify implements Callable<Integer> {

    private static final String ENDPOINT = "charts";
    private static final String SEAL = "sea_";
    private static final int HEADS_AT_ONCE = 500;
    private static final int TAMPERED = 4;

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        Operator operator = Dlq.operator();
        JsonNode stored = operator.get(treatment(), ENDPOINT);
        List<JsonNode> faults = new ArrayList<>();
        stored.path("faults").forEach(faults::add);
        List<String> heads = sealedOnKafka(project, addresses);
        for (int from = 0; from < heads.size(); from += HEADS_AT_ONCE) {
            String some = String.join(",", heads.subList(from, Math.min(heads.size(), from + HEADS_AT_ONCE)));
            operator.post(treatment(), ENDPOINT, "{\"heads\":\"%s\"}".formatted(some))
                    .path("faults")
                    .forEach(it -> {
                        if (!faults.contains(it)) {
                            faults.add(it);
                        }
                    });
        }
        faults.forEach(it -> System.out.printf(
                "%-13s %-31s %s%n",
                it.path("what").asString(),
                it.path("clientId").asString(),
                it.path("record").asString()));
        System.out.printf(
                "%d charts with %d signed states, %d sealed ends on Kafka: %s%n",
                stored.path("charts").asLong(),
                stored.path("links").asLong(),
                heads.size(),
                faults.isEmpty() ? "all as they were signed." : faults.size() + " are not as they were signed.");
        return faults.isEmpty() ? 0 : TAMPERED;
    }

    private static Service treatment() {
        return Service.ALL.stream()
                .filter(it -> it.name().equals("treatment"))
                .findFirst()
                .orElseThrow();
    }

    /** The last sealed end of each chart, as treatment's endpoint takes it. */
    private static List<String> sealedOnKafka(ProjectFolder project, Addresses addresses) {
        Map<String, String> latest = new LinkedHashMap<>();
        EventTail tail = new EventTail(
                Settings.observer(project, addresses).client(addresses.bootstrapServers()),
                List.of(Topics.TREATMENT_EVENTS),
                it -> it.subject().startsWith(SEAL),
                null);
        var _ = tail.read(
                Integer.MAX_VALUE,
                false,
                it -> JsonMapper.shared()
                        .readTree(it.body())
                        .path("heads")
                        .forEach(head -> latest.put(
                                head.path("clientId").asString(),
                                "%s:%d:%s"
                                        .formatted(
                                                head.path("clientId").asString(),
                                                head.path("number").asLong(),
                                                head.path("hash").asString()))));
        return List.copyOf(latest.values());
    }
}
