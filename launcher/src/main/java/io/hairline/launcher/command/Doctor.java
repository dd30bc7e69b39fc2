package io.hairline.launcher.command;

import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Preflight;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is missing on this machine and the line that mends it. Changes nothing."
                + " Exit code 0 if nothing is missing, else 1.")
final class Doctor implements Callable<Integer> {

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        List<Preflight.Finding> findings = new LocalSystem(project, addresses).isRunning()
                ? new Preflight(project, addresses).withoutPorts()
                : new Preflight(project, addresses).findings();
        for (Preflight.Finding finding : findings) {
            System.out.printf("%s %s%n", finding.fine() ? "ok  " : "MISS", finding.what());
            if (!finding.fine()) {
                System.out.printf("       %s%n", finding.remedy());
            }
        }
        boolean fine = findings.stream().allMatch(Preflight.Finding::fine);
        System.out.println(fine ? "Nothing is missing." : "Mend the lines marked MISS, then run this again.");
        return fine ? 0 : 1;
    }
}
