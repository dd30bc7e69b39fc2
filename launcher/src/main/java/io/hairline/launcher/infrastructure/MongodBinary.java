package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a mongod of 6.0 or later: HAIRLINE_MONGOD, the PATH, one fetched before; else has one fetched. */
public record MongodBinary(ProjectFolder project, Map<String, String> environment) {

    private static final Pattern VERSION = Pattern.compile("db version v(\\d+)\\.(\\d+)");

    public static MongodBinary of(ProjectFolder project) {
        return new MongodBinary(project, System.getenv());
    }

    /** What is on this machine already, without fetching anything. */
    public Optional<Path> find() {
        @Nullable String named = environment.get("HAIRLINE_MONGOD");
        if (named != null && !named.isBlank()) {
            return Optional.of(checked(Path.of(named)));
        }
        return Stream.concat(
                        ChildProcess.onPath("mongod").stream(), Stream.of(project.hairline("bin", "mongod"), cached()))
                .filter(MongodBinary::isUsable)
                .findFirst();
    }

    public Path require(Consumer<String> progress) {
        return find().or(() -> new MongodDownload(cached(), progress).fetch().filter(MongodBinary::isUsable))
                .orElseThrow(() -> new LauncherException("No MongoDB server was found and none could be fetched."
                        + " Install mongod 6.0 or later, or name one: export HAIRLINE_MONGOD=/path/to/mongod"));
    }

    private static Path checked(Path named) {
        if (!isUsable(named)) {
            throw new LauncherException(
                    "HAIRLINE_MONGOD names %s, which is no mongod of version 6.0 or later.".formatted(named));
        }
        return named;
    }

    private Path cached() {
        @Nullable String cache = environment.get("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("hairline").resolve("mongod");
    }

    private static boolean isUsable(Path mongod) {
        if (!Files.isExecutable(mongod)) {
            return false;
        }
        try {
            Process process = new ProcessBuilder(mongod.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor(10, TimeUnit.SECONDS) && version.find() && Integer.parseInt(version.group(1)) >= 6;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
