package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Child processes on free ports, with data under {@code .hairline/test}. A small shell waits for the end of this JVM,
 * however it ends, then ends them and deletes their data.
 */
record LocalServers(Path folder, MongoServer localMongo, KafkaServer localKafka, Process reaper)
        implements TestServers {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String REAP = """
            trap '' INT TERM HUP
            cat >/dev/null
            for file in "$1"/*/pid; do
              [ -f "$file" ] && read -r pid started <"$file" && kill -9 "$pid"
            done 2>/dev/null
            sleep 0.2
            rm -rf "$1"
            """;

    static LocalServers start() {
        ProjectFolder project = ProjectFolder.find();
        Path mongod = MongodBinary.of(project)
                .require(line -> System.getLogger("hairline").log(System.Logger.Level.INFO, line));
        Path folder = ProjectFolder.made(
                project.hairline("test", ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet()));
        Process reaper = reaper(folder);
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        MongoServer mongo = new MongoServer(
                mongod, folder.resolve("mongodb"), folder.resolve("mongodb.log"), Ports.free(), secrets);
        KafkaServer kafka = new KafkaServer(
                project.brokerJars(),
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                Ports.free(),
                Ports.free(),
                secrets);
        LocalServers servers = new LocalServers(folder, mongo, kafka, reaper);
        try {
            mongo.start();
            kafka.start();
        } catch (RuntimeException e) {
            servers.stop();
            throw e;
        }
        return servers;
    }

    private static Process reaper(Path folder) {
        try {
            return new ProcessBuilder("sh", "-c", REAP, "reaper", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new LauncherException("No shell to watch over the servers of the tests: " + e.getMessage(), e);
        }
    }

    @Override
    public String mongoUri() {
        return localMongo.adminUri();
    }

    @Override
    public KafkaAccess kafka() {
        return localKafka.access();
    }

    @Override
    public MongoReplicaSet mongoSet() {
        return MongoReplicaSet.around(localMongo, folder, new Secrets(folder.resolve("secrets")));
    }

    @Override
    public ChildProcess start(String name, Path log, Map<String, String> environment, List<String> command) {
        return ChildProcess.start(folder.resolve(name).resolve("pid"), log, environment, command);
    }

    @Override
    public boolean areShared() {
        return false;
    }

    /** Closes the reaper's input, which is what the death of this JVM would do. */
    @Override
    public void stop() {
        try {
            reaper.getOutputStream().close();
            reaper.waitFor();
        } catch (IOException e) {
            reaper.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
