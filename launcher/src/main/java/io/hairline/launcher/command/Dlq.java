package io.hairline.launcher.command;

import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Operator;
import io.hairline.launcher.system.Service;
import io.hairline.launcher.system.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|replay|discard",
        description =
                "Events that a service couldn't handle and due work that it gave up, with the reason; another try for them, and an end for what is no event.",
        subcommands = {Dlq.Show.class, Dlq.Replay.class, Dlq.Discard.class})
final class Dlq {

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "FAILED couldn't be handled, WAITING queues behind one, SKIPPED is of a type nobody knew."
                    + " Due work shows its kind, its subject and how often it failed.")
    static final class Show implements Callable<Integer> {

        @Override
        public Integer call() {
            int count = 0;
            for (Service service : storing()) {
                for (JsonNode line : operator().get(service, "parked")) {
                    count++;
                    System.out.printf(
                            "%-12s %-8s %-42s %-31s v%-4s %s  %s%n",
                            service.name(),
                            line.path("state").asString(),
                            line.path("type").asString(),
                            line.path("subject").asString(),
                            line.path("version").asString(),
                            line.path("since").asString(),
                            line.path("reason").asString());
                }
            }
            System.out.println(count == 0 ? "Nothing is parked." : count + " are parked.");
            return 0;
        }
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Tries what is parked again, each aggregate in its order, and due work within a second."
                    + " Exit code 0 if nothing is left, else 3.")
    static final class Replay implements Callable<Integer> {

        @Option(names = "--skipped", description = "Also events whose type was unknown when they came.")
        private boolean skipped;

        @Override
        public Integer call() {
            int left = 0;
            for (Service service : storing()) {
                JsonNode outcome = operator().post(service, "parked", "{\"skipped\":%s}".formatted(skipped));
                left += outcome.path("stillParked").asInt();
                System.out.printf(
                        "%-12s %d handled, %d still parked%n",
                        service.name(),
                        outcome.path("handled").asInt(),
                        outcome.path("stillParked").asInt());
            }
            return left == 0 ? 0 : 3;
        }
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = {
                "Throws away a record that is no event: its envelope couldn't be read, so it can't be replayed.",
                "An event is never thrown away, for those behind it wait for it: mend what refuses it, and replay.",
                "Exit code 0 if the record is gone, else 3."
            })
    static final class Discard implements Callable<Integer> {

        @Parameters(paramLabel = "SERVICE", description = "As `list` names it in its first column.")
        private String service = "";

        @Parameters(
                paramLabel = "PLACE",
                description = "Topic, partition and offset as `list` names them, such as booking.events/3/128.")
        private String place = "";

        @Override
        public Integer call() {
            Service from = storing().stream()
                    .filter(it -> it.name().equals(service))
                    .findFirst()
                    .orElseThrow(() -> new LauncherException("No service of that name is running: " + service));
            boolean gone = operator()
                            .delete(from, "parked", "place=" + URLEncoder.encode(place, StandardCharsets.UTF_8))
                            .path("discarded")
                            .asInt()
                    > 0;
            System.out.println(
                    gone ? "Discarded " + place + "." : "Nothing without an envelope is parked from " + place + ".");
            return gone ? 0 : 3;
        }
    }

    private static List<Service> storing() {
        ProjectFolder project = ProjectFolder.find();
        LocalSystem system = new LocalSystem(project, Addresses.of(project));
        List<Service> running = Service.ALL.stream()
                .filter(Service::stores)
                .filter(it -> system.process(it).process().isAlive())
                .toList();
        if (running.isEmpty()) {
            throw new LauncherException("No service is running. Start them: ./hairline up");
        }
        return running;
    }

    static Operator operator() {
        ProjectFolder project = ProjectFolder.find();
        return new Operator(Addresses.of(project), Settings.opsPassword(project));
    }
}
