package io.hairline.launcher.command;

import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command. */
@Command(
        name = "hairline",
        mixinStandardHelpOptions = true,
        version = "Hairline 0.1",
        header = "Hairline runs a franchise of scalp micropigmentation clinics.",
        description = "%nStart with `./hairline up`, then open the address it prints.%n",
        footer = {
            "",
            "`./hairline <command> --help` says more. Everything that Hairline writes on this machine lies in",
            ".hairline; docs/operations.md explains each file."
        },
        subcommands = {
            Up.class,
            Stop.class,
            Status.class,
            Doctor.class,
            TellHistory.class,
            Tour.class,
            Test.class,
            Token.class,
            Events.class,
            Dlq.class,
            Verify.class,
            Reconcile.class,
            Bench.class,
            MakeTopics.class,
            CommandLine.HelpCommand.class
        })
public final class Hairline {

    private Hairline() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Hairline())
                .setExecutionExceptionHandler((e, line, _) -> explain(e, line.getErr()))
                .setParameterExceptionHandler((e, _) -> refuse(e))
                .setUsageHelpWidth(110)
                .execute(arguments);
    }

    private static int refuse(CommandLine.ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(
                line.getParent() == null && mistake instanceof CommandLine.UnmatchedArgumentException unmatched
                        ? "There is no command " + unmatched.getUnmatched().getFirst()
                        : mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
        err.printf("What there is: ./%s --help%n", line.getCommandSpec().qualifiedName());
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static int explain(Exception e, PrintWriter err) {
        if (e instanceof LauncherException) {
            err.println(e.getMessage());
        } else {
            err.printf("That failed unexpectedly: %s%nThe details are in %s%n", e.getMessage(), note(e));
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static Path note(Exception e) {
        try {
            Path log = ProjectFolder.made(ProjectFolder.find().hairline("logs")).resolve("hairline.log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log))) {
                e.printStackTrace(writer);
            }
            return log;
        } catch (IOException unwritable) {
            return Path.of("nowhere: the log can't be written");
        }
    }
}
