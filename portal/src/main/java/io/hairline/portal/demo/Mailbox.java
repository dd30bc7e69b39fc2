package io.hairline.portal.demo;

import io.hairline.portal.api.ApiProblem;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the demo's mail server has taken in, by the HTTP API that it has beside SMTP. */
@Component
@ConditionalOnBooleanProperty("hairline.demo")
class Mailbox {

    private static final int MOST = 100;

    private final String address;
    private final RestClient http;

    Mailbox(@Value("${hairline.demo.mail:}") String address) {
        this.address = address;
        SimpleClientHttpRequestFactory bounded = new SimpleClientHttpRequestFactory();
        bounded.setConnectTimeout(Duration.ofSeconds(1));
        bounded.setReadTimeout(Duration.ofSeconds(5));
        this.http =
                RestClient.builder().baseUrl(address).requestFactory(bounded).build();
    }

    private record User(String login, @Nullable String email) {}

    private record Stored(String uid, @Nullable String subject, String mimeMessage) {}

    /** A mail as people read it. */
    record Mail(String box, String uid, String to, String subject, Instant sentAt, String text) {}

    boolean isThere() {
        return !address.isBlank();
    }

    /** The newest first. */
    List<Mail> all() {
        try {
            List<User> users = ask("/api/user", new ParameterizedTypeReference<>() {});
            return users.stream()
                    .map(it -> Objects.requireNonNullElse(it.email(), it.login()))
                    .flatMap(this::of)
                    .sorted(Comparator.comparing(Mail::sentAt).reversed())
                    .limit(MOST)
                    .toList();
        } catch (RestClientException _) {
            throw ApiProblem.away("The demo's mail server");
        }
    }

    Optional<Mail> find(String box, String uid) {
        return of(box).filter(it -> it.uid().equals(uid)).findFirst();
    }

    private Stream<Mail> of(String box) {
        List<Stored> stored = ask("/api/user/{box}/messages/", new ParameterizedTypeReference<>() {}, box);
        return stored.stream().map(it -> mail(box, it));
    }

    private <T> List<T> ask(String path, ParameterizedTypeReference<List<T>> type, String... variables) {
        return Objects.requireNonNullElse(
                http.get().uri(path, (Object[]) variables).retrieve().body(type), List.of());
    }

    private static Mail mail(String box, Stored stored) {
        try {
            MimeMessage mime = new MimeMessage(
                    null, new ByteArrayInputStream(stored.mimeMessage().getBytes(StandardCharsets.UTF_8)));
            String to = Stream.ofNullable(mime.getAllRecipients())
                    .flatMap(Arrays::stream)
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            Instant sentAt =
                    Optional.ofNullable(mime.getSentDate()).map(Date::toInstant).orElse(Instant.EPOCH);
            String subject = Objects.requireNonNullElse(mime.getSubject(), "No subject");
            return new Mail(box, stored.uid(), to, subject, sentAt, text(mime));
        } catch (MessagingException | IOException e) {
            String subject = Objects.requireNonNullElse(stored.subject(), "No subject");
            return new Mail(box, stored.uid(), box, subject, Instant.EPOCH, stored.mimeMessage());
        }
    }

    /** The plain words of a mail; its other dress isn't needed here. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                String found = text(many.getBodyPart(i));
                if (!found.isBlank()) {
                    return found;
                }
            }
        }
        return "";
    }
}
