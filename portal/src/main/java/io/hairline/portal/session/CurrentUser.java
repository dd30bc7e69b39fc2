package io.hairline.portal.session;

import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Finds out what somebody is: a client by the id, staff by asking head office, anew each half minute. A client of whom a part
 * couldn't be read is asked about again after a second, and stays as known before: without the chosen language a page would be in
 * another one.
 */
@Component
public class CurrentUser {

    private static final String MEMORY = CurrentUser.class.getName();
    private static final InstantSource SYSTEM = InstantSource.system();
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration INCOMPLETE = Duration.ofSeconds(1);

    private final Apis apis;

    CurrentUser(Apis apis) {
        this.apis = apis;
    }

    private record Known(SignedInUser who, Instant goodUntil) implements Serializable {}

    record Myself(
            String subject,
            List<SignedInUser.Role> roles,
            @Nullable String name) {}

    record Contact(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String language) {
        @Nullable String name() {
            String name =
                    Stream.of(givenName, familyName).filter(Objects::nonNull).collect(Collectors.joining(" "));
            return name.isBlank() ? null : name;
        }
    }

    record Preference(@Nullable String language) {}

    public static boolean isLoggedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !"anonymousUser".equals(who.getPrincipal());
    }

    public SignedInUser current() {
        HttpSession session = session();
        Known before = session.getAttribute(MEMORY) instanceof Known known ? known : null;
        if (before != null && SYSTEM.instant().isBefore(before.goodUntil())) {
            return before.who();
        }
        Known asked = ask(before);
        session.setAttribute(MEMORY, asked);
        return asked.who();
    }

    /** Asks anew at the next call. */
    void forget() {
        session().removeAttribute(MEMORY);
    }

    private static HttpSession session() {
        return ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest()
                .getSession();
    }

    private static Known known(SignedInUser who) {
        return new Known(who, SYSTEM.instant().plus(FRESH));
    }

    private Known ask(@Nullable Known before) {
        String subject = Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication())
                .getName();
        if (subject.startsWith(SignedInUser.CLIENT)) {
            return client(subject, before);
        }
        Myself known = apis.mine().headOffice().get(Myself.class, "/me");
        return known(new SignedInUser(subject, known.roles(), known.name(), null));
    }

    private Known client(String subject, @Nullable Known before) {
        CallerApis mine = apis.mine();
        PagePart<Contact> contact = PagePart.of(() -> mine.booking().get(Contact.class, "/clients/{id}", subject));
        PagePart<Preference> preference =
                PagePart.of(() -> mine.notification().get(Preference.class, "/preferences/{id}", subject));
        Contact known = contact.or(new Contact(null, null, null));
        String chosen = preference.or(new Preference(null)).language();
        SignedInUser who =
                new SignedInUser(subject, List.of(), known.name(), chosen != null ? chosen : known.language());
        if (contact.isThere() && preference.isThere()) {
            return known(who);
        }
        SignedInUser shown = before != null && isSamePersonWithLanguage(before.who(), subject) ? before.who() : who;
        return new Known(shown, SYSTEM.instant().plus(INCOMPLETE));
    }

    private static boolean isSamePersonWithLanguage(SignedInUser before, String subject) {
        return before.subject().equals(subject) && before.language() != null;
    }
}
