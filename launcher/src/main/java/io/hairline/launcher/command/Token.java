package io.hairline.launcher.command;

import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Logs a demo user in, as a browser would, and prints their access token, for curl.")
final class Token implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "LOGIN", description = "Such as head-office; --list names them all.")
    private @Nullable String login;

    @Option(names = "--list", description = "Name the demo users instead.")
    private boolean list;

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        if (list) {
            List<String> logins = DemoLogins.ask(addresses);
            if (logins.isEmpty()) {
                throw new LauncherException("No demo users are known at %s. Is the demo up? ./hairline status"
                        .formatted(addresses.portal()));
            }
            logins.forEach(System.out::println);
            return 0;
        }
        if (login == null) {
            throw new LauncherException(
                    "Whose token? For example: ./hairline token head-office (all names: ./hairline token --list)");
        }
        System.out.println(new LogIn(addresses.portal()).token(login, Settings.demoPassword(project)));
        return 0;
    }
}
