package io.hairline.acceptance.world;

import io.hairline.launcher.command.LogIn;
import io.hairline.launcher.history.History;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Progress;
import io.hairline.launcher.system.Settings;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Everything that {@code hairline up} starts, once for all tests that only use it; its clock may have been moved. */
public final class RunningDemo {

    /** How many clients have a past: the latest, so that some of it is still to come. */
    public static final int STORIES = 16;

    private static @Nullable RunningDemo running;

    private final ProjectFolder project =
            new ProjectFolder(Checkout.sharingRecordings("demo").folder());
    private final Addresses addresses =
            new Addresses(ThreadLocalRandom.current().nextInt(12_000, 15_000));
    private final LocalSystem system = new LocalSystem(project, addresses);

    private RunningDemo() {}

    /** It is stopped when the tests end. */
    public static synchronized RunningDemo get() {
        RunningDemo it = running;
        if (it == null) {
            it = new RunningDemo();
            running = it;
            LocalSystem started = it.system;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> started.stop(_ -> {})));
            Progress progress = new Progress(System.out);
            started.start(true, progress);
            new History(it.project, it.addresses, progress).tell(STORIES);
        }
        return it;
    }

    public LocalSystem system() {
        return system;
    }

    public Addresses addresses() {
        return addresses;
    }

    public URI portal() {
        return addresses.portal();
    }

    public URI api() {
        return URI.create(portal() + "/api/v1");
    }

    public String password() {
        return Settings.demoPassword(project);
    }

    /** As a demo user. */
    public Api as(String login) {
        return bearer(new LogIn(portal()).token(login, password()));
    }

    public Api bearer(String token) {
        return new Api(this::api, () -> "Bearer " + token);
    }

    public LocalDate today() {
        String now = as("head-office").get("/demo/clock").text("instant");
        return LocalDate.ofInstant(Instant.parse(now), ZoneOffset.UTC);
    }
}
