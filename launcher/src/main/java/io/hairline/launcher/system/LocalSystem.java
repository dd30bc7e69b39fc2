package io.hairline.launcher.system;

import io.hairline.launcher.infrastructure.KafkaServer;
import io.hairline.launcher.infrastructure.MailServer;
import io.hairline.launcher.infrastructure.MongoServer;
import io.hairline.launcher.infrastructure.MongodBinary;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.LogRotation;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Secrets;
import io.hairline.launcher.machine.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All of Hairline on this machine, started together or not at all. */
public record LocalSystem(ProjectFolder project, Addresses addresses) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String MONGODB = "mongodb";
    private static final String KAFKA = "kafka";
    private static final Path NOWHERE = Path.of("mongod");
    private static final long LOG_BYTES = 10_000_000;
    private static final Duration BETWEEN_LOOKS_AT_LOGS = Duration.ofSeconds(5);

    public void start(boolean demo, Progress progress) {
        project.close();
        new Preflight(project, addresses).require();
        Path mongod = MongodBinary.of(project).require(progress::say);
        ProjectFolder.made(project.hairline("logs"));
        Thread undo = new Thread(this::stopQuietly, "undo");
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            addresses.remember(project);
            startAll(mongod, new Settings(project, addresses, demo), progress);
        } catch (IOException e) {
            stopQuietly();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            progress.say("that failed; everything that was started is stopped again");
            stopQuietly();
            throw e;
        } finally {
            Runtime.getRuntime().removeShutdownHook(undo);
        }
    }

    private void startAll(Path mongod, Settings settings, Progress progress) {
        logRotation().start();
        MongoServer mongo = mongo(mongod);
        together(List.of(
                () -> {
                    mongo.start();
                    progress.say("MongoDB is ready on port " + addresses.mongodb());
                },
                () -> {
                    KafkaServer kafka = kafka();
                    kafka.start();
                    kafka.access().prepare("", settings.kafkaPasswords());
                    progress.say("Kafka is ready on port " + addresses.kafka());
                },
                () -> {
                    if (settings.demo()) {
                        mail().start();
                        progress.say("the demo's mail server is ready on port " + addresses.mail());
                    }
                },
                () -> applications().unpack()));
        Map<Service, Map<String, String>> told = new LinkedHashMap<>();
        for (Service service : Service.ALL) {
            String uri = mongo.service(service.name());
            told.put(service, settings.of(service, uri));
        }
        record(told, progress);
        told.forEach(
                (service, environment) -> process(service).start(applications().command(service), environment));
        progress.say("starting "
                + String.join(", ", told.keySet().stream().map(Service::name).toList()));
        awaitReady(new ArrayList<>(told.keySet().stream().map(this::process).toList()), progress);
    }

    /** Starts one service again that has ended while all else runs; it returns before the service is ready. */
    public void startAgain(Service service, boolean demo) {
        String uri = databaseOf(service);
        process(service)
                .start(applications().command(service), new Settings(project, addresses, demo).of(service, uri));
    }

    /** Where a service's own data is, with its own user. */
    public String databaseOf(Service service) {
        return mongo(NOWHERE).service(service.name());
    }

    private void record(Map<Service, Map<String, String>> told, Progress progress) {
        List<AotRecording> missing =
                applications().recordings().stream().filter(it -> !it.isThere()).toList();
        if (missing.isEmpty()) {
            return;
        }
        progress.say("recording a start, once per build, which makes this and all later ones fast");
        together(missing.stream()
                .<Runnable>map(it -> () -> it.make(told.getOrDefault(it.like(), Map.of()), logOf(it)))
                .toList());
    }

    private Path logOf(AotRecording recording) {
        return project.hairline("logs", recording.file().getFileName() + ".log");
    }

    private void awaitReady(List<ServiceProcess> waiting, Progress progress) {
        boolean ready = Waiting.until(PATIENCE, () -> {
            for (ServiceProcess process : List.copyOf(waiting)) {
                if (!process.process().isAlive()) {
                    throw new LauncherException(complaint(process, "ended while it was starting"));
                }
                if (process.isReady()) {
                    waiting.remove(process);
                    progress.say("%s is ready on port %d"
                            .formatted(process.service().name(), addresses.port(process.service())));
                }
            }
            return waiting.isEmpty();
        });
        if (!ready) {
            throw new LauncherException(
                    complaint(waiting.getFirst(), "wasn't ready after %d minutes".formatted(PATIENCE.toMinutes())));
        }
    }

    private static String complaint(ServiceProcess process, String what) {
        StringBuilder complaint = new StringBuilder(
                "%s %s. Its log is %s".formatted(process.service().name(), what, process.log()));
        process.lastLogLines().forEach(line -> complaint.append("\n  ").append(line));
        return complaint.toString();
    }

    private static void together(List<Runnable> steps) {
        CompletableFuture<?>[] running = steps.stream()
                .map(step -> CompletableFuture.runAsync(
                        step, task -> Thread.ofVirtual().start(task)))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Ends services, then Kafka, then MongoDB: what this project's {@code up} started and nothing else. */
    public void stop(Consumer<String> progress) {
        List<ServiceProcess> alive = Service.ALL.stream()
                .map(this::process)
                .filter(it -> it.process().isAlive())
                .toList();
        together(alive.stream()
                .<Runnable>map(it -> () -> {
                    it.process().stop(Duration.ofSeconds(20));
                    progress.accept(it.service().name() + " is stopped");
                })
                .toList());
        if (mail().isAlive()) {
            mail().stop();
            progress.accept("the mail server is stopped");
        }
        if (kafka().isAlive()) {
            kafka().stop();
            progress.accept("Kafka is stopped");
        }
        if (mongo(NOWHERE).isAlive()) {
            mongo(NOWHERE).stop();
            progress.accept("MongoDB is stopped");
        }
        logRotation().process().stop(Duration.ofSeconds(2));
        try {
            Addresses.forget(project);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopQuietly() {
        stop(_ -> {});
    }

    /** Deletes all data of a stopped system. */
    public void forget() {
        for (String name : List.of(MONGODB, KAFKA, "secrets", "history")) {
            ProjectFolder.delete(project.hairline(name));
        }
    }

    public Map<String, ChildProcess> processes() {
        Map<String, ChildProcess> processes = new LinkedHashMap<>();
        processes.put("MongoDB", mongo(NOWHERE).process());
        processes.put("Kafka", kafka().process());
        if (mail().isAlive()) {
            processes.put("mail", mail().process());
        }
        Service.ALL.forEach(it -> processes.put(it.name(), process(it).process()));
        return processes;
    }

    public boolean isRunning() {
        return processes().values().stream().anyMatch(ChildProcess::isAlive);
    }

    public ServiceProcess process(Service service) {
        return new ServiceProcess(project, addresses, service);
    }

    public Applications applications() {
        return new Applications(project);
    }

    private MongoServer mongo(Path mongod) {
        return new MongoServer(
                mongod,
                project.hairline(MONGODB),
                project.hairline("logs", "mongodb.log"),
                addresses.mongodb(),
                new Secrets(project.hairline("secrets")));
    }

    /** Of what doesn't rotate its log by itself, as services do. */
    private LogRotation logRotation() {
        List<Path> logs = Stream.concat(
                        Stream.of("mongodb.log", "kafka.log", "mail.log"),
                        Service.ALL.stream().map(it -> it.name() + ".out"))
                .map(it -> project.hairline("logs", it))
                .toList();
        return new LogRotation(project.hairline("run", "logs.pid"), logs, LOG_BYTES, BETWEEN_LOOKS_AT_LOGS);
    }

    private MailServer mail() {
        return new MailServer(
                project.mailJars(),
                project.hairline("run", "mail.pid"),
                project.hairline("logs", "mail.log"),
                addresses.mail(),
                addresses.mailInbox());
    }

    private KafkaServer kafka() {
        return new KafkaServer(
                project.brokerJars(),
                project.hairline(KAFKA),
                project.hairline("logs", "kafka.log"),
                addresses.kafka(),
                addresses.kafkaController(),
                new Secrets(project.hairline("secrets")));
    }
}
