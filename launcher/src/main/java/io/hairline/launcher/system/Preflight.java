package io.hairline.launcher.system;

import io.hairline.launcher.infrastructure.MongodBinary;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What must be true of a machine before anything is started; looks only, changes nothing. */
public record Preflight(ProjectFolder project, Addresses addresses) {

    private static final long GIGABYTE = 1L << 30;
    private static final String HAIRLINE_NEEDED_GIGABYTES = "HAIRLINE_NEEDED_GIGABYTES";

    /**
     * One thing looked at.
     *
     * @param remedy the line that mends it, if it isn't fine
     */
    public record Finding(boolean fine, String what, String remedy) {}

    /** For a machine on which Hairline runs already. */
    public List<Finding> withoutPorts() {
        return List.of(jdk(), disk(), memory(), mongod());
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(withoutPorts());
        addresses.all().forEach((port, owner) -> {
            if (!Ports.isFree(port)) {
                findings.add(new Finding(
                        false,
                        "port %d (%s) is taken by another program".formatted(port, owner),
                        "lsof -i :%d   # who it is; or move all ports: HAIRLINE_PORT_OFFSET=%d ./hairline up"
                                .formatted(port, Addresses.BESIDE)));
            }
        });
        return findings;
    }

    /** All that is missing at once, before anything was started. */
    public void require() {
        List<String> missing = findings().stream()
                .filter(it -> !it.fine())
                .map(it -> it.what() + "\n    " + it.remedy())
                .toList();
        if (!missing.isEmpty()) {
            throw new LauncherException("Hairline can't start yet:\n  " + String.join("\n  ", missing));
        }
    }

    private static Finding jdk() {
        return new Finding(
                Runtime.version().feature() >= 25,
                "JDK " + Runtime.version(),
                "sdk install java 25-tem   # from https://sdkman.io");
    }

    /** In gigabytes, of disk and of memory each. */
    private static long needed() {
        String named = System.getenv().getOrDefault(HAIRLINE_NEEDED_GIGABYTES, "2");
        try {
            return Long.parseLong(named);
        } catch (NumberFormatException e) {
            throw new LauncherException(HAIRLINE_NEEDED_GIGABYTES + " must be a whole number, not " + named);
        }
    }

    private Finding disk() {
        long free = ProjectFolder.made(project.hairline()).toFile().getUsableSpace();
        return new Finding(
                free >= needed() * GIGABYTE,
                "%.1f GB of disk are free".formatted((double) free / GIGABYTE),
                "free at least %d GB on the disk of %s".formatted(needed(), project.root()));
    }

    private static Finding memory() {
        OptionalLong available = availableMemory();
        if (available.isEmpty()) {
            return new Finding(true, "free memory isn't told by this system", needed() + " GB are needed");
        }
        return new Finding(
                available.getAsLong() >= needed() * GIGABYTE,
                "%.1f GB of memory are free".formatted((double) available.getAsLong() / GIGABYTE),
                "close other programs until " + needed() + " GB are free");
    }

    private static OptionalLong availableMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(it -> it.startsWith("MemAvailable:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private Finding mongod() {
        try {
            return MongodBinary.of(project)
                    .find()
                    .map(it -> new Finding(true, "MongoDB server " + it, ""))
                    .orElseGet(() -> new Finding(
                            true,
                            "MongoDB isn't installed; the first `up` or `test` fetches it into ~/.cache/hairline",
                            ""));
        } catch (LauncherException e) {
            return new Finding(false, String.valueOf(e.getMessage()), "unset HAIRLINE_MONGOD");
        }
    }
}
