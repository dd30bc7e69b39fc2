package io.hairline.notification.preference;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.LanguageTag;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.notification.contact.ClientClinics;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.MessageClass;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/preferences/{clientId}")
class PreferenceController {

    private static final Role[] DESK = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER};

    private final StoredPreferences book;
    private final ClientClinics clientClinics;
    private final Callers callers;

    PreferenceController(StoredPreferences book, ClientClinics clientClinics, Callers callers) {
        this.book = book;
        this.clientClinics = clientClinics;
        this.callers = callers;
    }

    record Quiet(@NotNull LocalTime from, @NotNull LocalTime until) {}

    record Wanted(
            @NotNull Map<MessageClass, @NotNull List<@NotNull Channel>> channels,

            @Nullable @Size(max = 35) String language,

            @Nullable @Valid Quiet quietHours) {

        Preferences of(Preferences before) {
            Map<MessageClass, List<Channel>> all = new EnumMap<>(MessageClass.class);
            all.putAll(before.channels());
            channels.forEach((messageClass, those) ->
                    all.put(messageClass, those.stream().distinct().toList()));
            if (all.getOrDefault(MessageClass.TRANSACTIONAL, List.of()).isEmpty()) {
                throw Refusal.input(
                        "channels.TRANSACTIONAL", "must name one channel at least: EMAIL or IN_APP, or both");
            }
            QuietHours quiet = quietHours == null ? null : new QuietHours(quietHours.from(), quietHours.until());
            return new Preferences(before.clientId(), before.version() + 1, all, known(language), quiet);
        }

        private static @Nullable String known(@Nullable String language) {
            try {
                return language == null ? null : LanguageTag.parse(language);
            } catch (IllegalArgumentException e) {
                throw Refusal.input("language", String.valueOf(e.getMessage()));
            }
        }
    }

    record View(
            ClientId clientId,
            long version,
            Map<MessageClass, List<Channel>> channels,
            @Nullable String language,
            Quiet quietHours) {

        static View of(Preferences it) {
            QuietHours quiet = it.quiet();
            return new View(
                    it.clientId(), it.version(), it.channels(), it.language(), new Quiet(quiet.from(), quiet.until()));
        }
    }

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER},
            clients = true)
    ResponseEntity<View> get(@PathVariable ClientId clientId) {
        requireAccess(clientId);
        return Versioned.ok(book.of(clientId), View::of);
    }

    @PutMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER},
            clients = true)
    ResponseEntity<View> put(
            @PathVariable ClientId clientId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted wanted) {
        requireAccess(clientId);
        Preferences changed = book.change(clientId, before -> {
            Preconditions.check(ifMatch, before);
            return wanted.of(before);
        });
        return Versioned.ok(changed, View::of);
    }

    /** The client, or the desk of a clinic that knows the client. */
    private void requireAccess(ClientId client) {
        Caller caller = callers.current();
        if (caller.isStaff()) {
            caller.require(DESK);
            if (clientClinics.of(client).stream().noneMatch(it -> caller.mayIn(it, DESK))) {
                throw Refusal.notFound();
            }
        } else if (!caller.isClient()) {
            throw Refusal.forbidden();
        } else if (!client.equals(caller.clientId())) {
            throw Refusal.notFound();
        }
    }
}
