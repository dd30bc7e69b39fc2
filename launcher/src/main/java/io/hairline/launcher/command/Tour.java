package io.hairline.launcher.command;

import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.Settings;
import io.hairline.launcher.tour.TourChapters;
import io.hairline.launcher.tour.TourPrinter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description =
                "Walks one client through the brand, from a consultation in Berlin to a touch-up in New York, and shows"
                        + " every request with its answer. Moves the demo's clock by four years.")
final class Tour implements Callable<Integer> {

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        TourPrinter printer = new TourPrinter(System.out);
        try (TourChapters flow = new TourChapters(addresses.portal(), Settings.demoPassword(project), printer)) {
            flow.walk();
        }
        System.out.printf("%nThat was all of it. Look at it in the portal: %s%n", addresses.portal());
        return 0;
    }
}
