package io.hairline.launcher.system;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One service as a process: started, asked whether it is ready, stopped. */
public record ServiceProcess(ProjectFolder project, Addresses addresses, Service service) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    public ChildProcess process() {
        return new ChildProcess(project.hairline("run", service.name() + ".pid"));
    }

    public Path log() {
        return project.hairline("logs", service.name() + ".log");
    }

    void start(List<String> command, Map<String, String> settings) {
        try {
            if (Files.exists(log())) {
                Files.move(log(), log().resolveSibling(service.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChildProcess.start(process().pidFile(), log(), settings, command);
    }

    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.management(service) + "/health/readiness"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last errors in its log, for a person who wants to know why it didn't start. */
    List<String> lastWords() {
        try (Stream<String> lines = Files.lines(log())) {
            List<String> telling = lines.filter(it -> it.contains(" ERROR ")
                            || it.startsWith("Caused by:")
                            || it.startsWith("Error:")
                            || it.startsWith("Description:")
                            || it.startsWith("Action:"))
                    .toList();
            return telling.subList(Math.max(0, telling.size() - 6), telling.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
