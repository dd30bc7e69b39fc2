package io.hairline.launcher.command;

import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Ends what `up` started, and nothing else. The data stay.")
final class Stop implements Callable<Integer> {

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        LocalSystem system = new LocalSystem(project, Addresses.of(project));
        if (!system.isRunning()) {
            System.out.println("Nothing is running.");
        }
        system.stop(new Progress(System.out)::say);
        return 0;
    }
}
