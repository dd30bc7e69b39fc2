package io.hairline.notification.inbox;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.MessageId;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A client's own inbox; nobody else has one. */
@RestController
@RequestMapping("/api/v1/inbox")
class InboxController {

    private final ClientInbox inbox;
    private final Callers callers;
    private final Clock clock;

    InboxController(ClientInbox inbox, Callers callers, Clock clock) {
        this.inbox = inbox;
        this.callers = callers;
        this.clock = clock;
    }

    record View(
            MessageId id,
            String template,
            String subject,
            String text,
            Instant at,
            @Nullable Instant readAt) {}

    @GetMapping
    @AllowedFor(clients = true)
    Page<View> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        ClientId client = client();
        int most = Page.limit(limit);
        return Page.of(
                        inbox.of(client, Page.position(cursor, MessageId::new), most + 1),
                        most,
                        it -> it.id().value())
                .map(this::view);
    }

    @PostMapping("/{id}/read")
    @AllowedFor(clients = true)
    View read(@PathVariable MessageId id) {
        return view(inbox.read(client(), id, clock.instant()));
    }

    private View view(InboxItem it) {
        ClientInbox.Words words = inbox.words(it);
        return new View(it.id(), it.template(), words.subject(), words.text(), it.at(), it.readAt());
    }

    private ClientId client() {
        ClientId client = callers.current().clientId();
        if (client == null) {
            throw Refusal.forbidden();
        }
        return client;
    }
}
