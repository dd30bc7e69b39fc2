package io.hairline.acceptance.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a test's mail server has taken in, by the HTTP API that it has beside SMTP. */
public record Mailbox(URI server) {

    /** Everything that was mailed to an address, as the server tells it; empty if that is nothing. */
    public String of(String address) {
        URI box = server.resolve("/api/user/" + address + "/messages/INBOX");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(box).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
