package io.hairline.launcher.command;

import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Trouble;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Operator;
import io.hairline.launcher.system.Service;
import io.hairline.launcher.system.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|replay",
        description = "Events that a service couldn't handle, with the reason; and another try for them.",
        subcommands = {Dlq.Show.class, Dlq.Replay.class})
final class Dlq {

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "FAILED couldn't be handled, WAITING queues behind one, SKIPPED is of a type nobody knew.")
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
            System.out.println(count == 0 ? "Nothing is parked." : count + " events are parked.");
            return 0;
        }
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Tries what is parked again, each aggregate in its order."
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

    private static List<Service> storing() {
        ProjectFolder project = ProjectFolder.find();
        LocalSystem system = new LocalSystem(project, Addresses.of(project));
        List<Service> running = Service.ALL.stream()
                .filter(Service::stores)
                .filter(it -> system.process(it).process().isAlive())
                .toList();
        if (running.isEmpty()) {
            throw new Trouble("No service is running. Start them: ./hairline up");
        }
        return running;
    }

    private static Operator operator() {
        ProjectFolder project = ProjectFolder.find();
        return new Operator(Addresses.of(project), Settings.opsPassword(project));
    }
}
