package io.hairline.launcher.command;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Memory;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Service;
import io.hairline.launcher.system.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what runs, where, and how much memory it takes. Exit code 0 if all is ready, else 3.")
final class Status implements Callable<Integer> {

    private static final String ROW = "%-12s %6s  %-9s %8s %8s%n";

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        LocalSystem system = new LocalSystem(project, addresses);
        Map<String, ChildProcess> processes = system.processes();
        System.out.printf(ROW, "", "port", "", "process", "memory");
        List<Boolean> fine = new ArrayList<>();
        fine.add(row("MongoDB", addresses.mongodb(), processes.get("MongoDB"), true));
        fine.add(row("Kafka", addresses.kafka(), processes.get("Kafka"), true));
        if (processes.containsKey("mail")) {
            fine.add(row("mail", addresses.mail(), processes.get("mail"), true));
        }
        for (Service service : Service.ALL) {
            ServiceProcess process = system.process(service);
            fine.add(row(service.name(), addresses.port(service), process.process(), process.isReady()));
        }
        long total = processes.values().stream()
                .flatMap(it -> it.find().stream())
                .mapToLong(it -> it.pid())
                .map(Memory::megabytes)
                .sum();
        System.out.printf(ROW, "", "", "", "", total + " MB");
        return fine.contains(false) ? 3 : 0;
    }

    private static boolean row(String name, int port, @Nullable ChildProcess process, boolean ready) {
        Optional<ProcessHandle> handle = process == null ? Optional.empty() : process.find();
        String state = handle.isEmpty() ? "stopped" : ready ? "ready" : "not ready";
        System.out.printf(
                ROW,
                name,
                port,
                state,
                handle.map(it -> String.valueOf(it.pid())).orElse("-"),
                handle.map(it -> Memory.megabytes(it.pid()) + " MB").orElse("-"));
        return state.equals("ready");
    }
}
