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
import java.util.HashMap;
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

    /** What comes out of the process before and beside its log, such as the words of a JVM that can't start. */
    private Path output() {
        return project.hairline("logs", service.name() + ".out");
    }

    /** The service writes its log itself, and begins a new file at each start and every ten megabytes. */
    void start(List<String> command, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("LOGGING_FILE_NAME", log().toString());
        all.put("LOGGING_THRESHOLD_CONSOLE", "OFF");
        all.put("LOGGING_LOGBACK_ROLLINGPOLICY_CLEANHISTORYONSTART", "false");
        all.put("LOGGING_LOGBACK_ROLLINGPOLICY_FILENAMEPATTERN", log() + ".%d{yyyy-MM-dd}.%i.gz");
        all.put("LOGGING_LOGBACK_ROLLINGPOLICY_MAXFILESIZE", "10MB");
        all.put("LOGGING_LOGBACK_ROLLINGPOLICY_MAXHISTORY", "7");
        all.put("LOGGING_LOGBACK_ROLLINGPOLICY_TOTALSIZECAP", "50MB");
        try {
            if (Files.exists(log())) {
                Files.move(log(), log().resolveSibling(service.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChildProcess.start(process().pidFile(), output(), all, command);
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
    List<String> lastLogLines() {
        List<String> telling = Stream.of(output(), log())
                .flatMap(it -> lines(it).stream())
                .filter(it -> it.contains(" ERROR ")
                        || it.startsWith("Caused by:")
                        || it.startsWith("Error:")
                        || it.startsWith("Description:")
                        || it.startsWith("Action:"))
                .toList();
        return telling.subList(Math.max(0, telling.size() - 6), telling.size());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
