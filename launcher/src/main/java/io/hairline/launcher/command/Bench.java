package io.hairline.launcher.command;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        customSynopsis = "Usage: hairline bench [-hV] [--full] [--json] [--events=N] [ID...]",
        description = {
            "Measures the system on this machine: all figures, or those that are named, such as P6 P7.",
            "docs/performance.md says what each is, and which need a system that runs."
        },
        footer = {
            "      --full      As long as the goals say; without it a minute or two for each.",
            "      --json      JSON instead of lines.",
            "      --events=N  About how many events P12 and P13 read."
        })
final class Bench implements Callable<Integer> {

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.find();
        Path target = project.root().resolve("benchmarks/target");
        if (!Files.isDirectory(target.resolve("libraries"))) {
            throw new LauncherException(
                    "The benchmarks aren't built. Build them: ./mvnw -pl benchmarks -am package -DskipTests");
        }
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-cp",
                target.resolve("classes") + ":" + target.resolve("libraries") + "/*",
                "io.hairline.benchmarks.Bench"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(project.root().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
