package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
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
import java.util.stream.Stream;

/**
 * A real SMTP server for a demo: it takes mail for everybody, passes none on, keeps it in memory and shows it over HTTP,
 * all on the loopback address.
 */
public final class MailServer extends LocalServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Path jars;
    private final int inboxPort;

    public MailServer(Path jars, Path pidFile, Path log, int port, int inboxPort) {
        super("The mail server", pidFile, log, port);
        this.jars = jars;
        this.inboxPort = inboxPort;
    }

    @Override
    public void start() {
        launch(
                List.of(
                        ChildProcess.java(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlog4j2.configurationFile=" + ProjectFolder.find().mailLogging(),
                        "-Dgreenmail.smtp.hostname=127.0.0.1",
                        "-Dgreenmail.smtp.port=" + port(),
                        "-Dgreenmail.api.hostname=127.0.0.1",
                        "-Dgreenmail.api.port=" + inboxPort,
                        "-Dgreenmail.auth.disabled",
                        "-cp",
                        jar().toString(),
                        "com.icegreen.greenmail.standalone.GreenMailStandaloneRunner"),
                PATIENCE,
                this::isReady);
    }

    /** Where the mail can be read over HTTP. */
    public int inboxPort() {
        return inboxPort;
    }

    private Path jar() {
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(it -> it.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(MailServer::notBuilt);
        } catch (IOException e) {
            throw notBuilt();
        }
    }

    private static LauncherException notBuilt() {
        return new LauncherException(
                "The mail server's jar isn't there yet. Build it: ./mvnw -pl mail-server generate-resources");
    }

    private boolean isReady() {
        URI readiness = URI.create("http://127.0.0.1:" + inboxPort + "/api/service/readiness");
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(3)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
