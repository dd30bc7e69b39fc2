package io.hairline.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerIT {

    @TempDir
    Path folder = Path.of("");

    private MailServer mail = new MailServer(Path.of(""), Path.of(""), Path.of(""), 0, 0);

    @BeforeEach
    void start() {
        mail = new MailServer(
                ProjectFolder.find().mailJars(),
                folder.resolve("mail.pid"),
                folder.resolve("mail.log"),
                Ports.free(),
                Ports.free());
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void takesMailForAnybodyAndShowsIt() throws IOException, InterruptedException {
        sayGoodMorning();

        HttpResponse<String> inbox = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mail.inboxPort()
                                        + "/api/user/b@example.com/messages/INBOX"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(inbox.body()).contains("Good morning");
    }

    @Test
    void logsNoMailboxAndNoPassword() throws IOException {
        sayGoodMorning();

        assertThat(folder.resolve("mail.log")).content().doesNotContain("b@example.com", "password");
    }

    private void sayGoodMorning() throws IOException {
        say(
                "HELO test",
                "MAIL FROM:<a@example.com>",
                "RCPT TO:<b@example.com>",
                "DATA",
                "Subject: Good morning\r\n\r\nHello\r\n.",
                "QUIT");
    }

    private void say(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mail.port());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(answers.readLine()).startsWith("220");
            for (String line : List.of(lines)) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(answers.readLine()).matches("[23].*");
            }
        }
    }
}
