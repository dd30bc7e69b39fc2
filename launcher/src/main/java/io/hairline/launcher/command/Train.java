package io.hairline.launcher.command;

import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "train",
        hidden = true,
        description = "Records the services' start for the JVM's AOT cache; `up` runs it in the background.")
final class Train implements Callable<Integer> {

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        new LocalSystem(project, Addresses.of(project)).train();
        return 0;
    }
}
