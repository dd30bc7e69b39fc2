package io.hairline.benchmarks;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A service from its jar, with the heap that {@code hairline up} gives booking-service. */
record ServiceProcess(Process process, Api api) implements AutoCloseable {

    /** A start includes the indexes over what a figure has written before. */
    private static final Duration UNTIL_READY = Duration.ofMinutes(5);

    static ServiceProcess start(Map<String, String> settings, int port, int managementPort)
            throws IOException, InterruptedException {
        return start("booking", plain("booking"), settings, port, managementPort);
    }

    /** From the jar as it was built. */
    static List<String> plain(String service) throws IOException {
        return List.of(
                ChildProcess.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                jar(service).toString());
    }

    static ServiceProcess start(
            String service, List<String> command, Map<String, String> settings, int port, int managementPort)
            throws IOException, InterruptedException {
        return start(service, command, settings, port, managementPort, UNTIL_READY);
    }

    /** Refuses with an exception if the service isn't ready in time. */
    static ServiceProcess start(
            String service,
            List<String> command,
            Map<String, String> settings,
            int port,
            int managementPort,
            Duration untilReady)
            throws IOException, InterruptedException {
        Path log = ProjectFolder.made(ProjectFolder.find().hairline("logs")).resolve("bench-" + service + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        ServiceProcess started = new ServiceProcess(builder.start(), new Api("http://127.0.0.1:" + port));
        started.awaitReady(
                URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"), untilReady, log);
        return started;
    }

    static Path jar(String service) throws IOException {
        Path target = ProjectFolder.find().root().resolve(service + "-service/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(it -> it.getFileName().toString().matches(service + "-service-[0-9].*SNAPSHOT\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(service + "-service isn't built: ./mvnw package -DskipTests"));
        }
    }

    private void awaitReady(URI readiness, Duration untilReady, Path log) throws InterruptedException {
        long deadline = System.nanoTime() + untilReady.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < deadline) {
                if (isReady(http, readiness)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The service didn't get ready; why is in " + log);
    }

    private static boolean isReady(HttpClient http, URI readiness) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
