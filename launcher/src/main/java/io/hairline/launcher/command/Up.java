package io.hairline.launcher.command;

import io.hairline.launcher.history.HistoryLoader;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Preflight;
import io.hairline.launcher.system.Progress;
import io.hairline.launcher.system.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything on this machine, with a demo franchise, and returns when it is ready.")
final class Up implements Callable<Integer> {

    @Option(names = "--fresh", description = "Stop what is running and delete all data of this machine first.")
    private boolean fresh;

    @Option(names = "--no-demo", description = "No demo franchise, no demo logins, a clock that can't be moved.")
    private boolean withoutDemo;

    @Option(names = "--no-history", description = "A demo franchise that opened today, without its two years of past.")
    private boolean withoutHistory;

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Progress progress = new Progress(System.out);
        LocalSystem running = new LocalSystem(project, Addresses.of(project));
        if (running.isRunning() && !fresh) {
            return already(running, progress);
        }
        LocalSystem system = new LocalSystem(project, Addresses.ofEnvironment(System.getenv()));
        if (fresh) {
            running.stop(progress::say);
            new Preflight(project, system.addresses()).require();
            system.forget();
        }
        system.start(!withoutDemo, progress);
        tellHistory(system, progress);
        progress.say("Hairline is up");
        welcome(project, system.addresses());
        return 0;
    }

    private void tellHistory(LocalSystem system, Progress progress) {
        if (!withoutDemo && !withoutHistory) {
            new HistoryLoader(system.project(), system.addresses(), progress).loadOnce();
        }
    }

    private int already(LocalSystem running, Progress progress) {
        if (!running.processes().values().stream().allMatch(ChildProcess::isAlive)) {
            throw new LauncherException("Hairline is half up (`./hairline status` shows what runs)."
                    + " Start it anew: ./hairline stop && ./hairline up");
        }
        tellHistory(running, progress);
        System.out.println("Hairline is up already. To start it anew: ./hairline stop && ./hairline up");
        welcome(running.project(), running.addresses());
        return 0;
    }

    private static void welcome(ProjectFolder project, Addresses addresses) {
        String portal = addresses.portal().toString();
        System.out.printf("%n  Open      %s%n", portal);
        List<String> logins = DemoLogins.ask(addresses);
        if (!logins.isEmpty()) {
            System.out.printf("  Log in    as %s%n", String.join(", ", DemoLogins.someOf(logins)));
            System.out.printf("  Password  %s   (one for all of them)%n", Settings.demoPassword(project));
        }
        System.out.printf("%n  Three things to try%n");
        System.out.println("    ./hairline events --follow        what the services tell each other, live");
        System.out.printf(
                "    curl -H \"Authorization: Bearer $(./hairline token head-office)\" %s/api/v1/clinics%n", portal);
        System.out.println("    ./hairline token --list           who can log in");
        System.out.printf("%n  Logs are in .hairline/logs; `./hairline stop` ends it all.%n");
    }
}
