package io.hairline.launcher.command;

import io.hairline.launcher.history.HistoryLoader;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Tells a running demo its two years of past, if it has none. `up` does it by itself.")
final class TellHistory implements Callable<Integer> {

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Progress progress = new Progress(System.out);
        new HistoryLoader(project, Addresses.of(project), progress).loadOnce();
        progress.say("the demo has its history");
        return 0;
    }
}
