package io.hairline.portal.session;

import io.hairline.portal.api.Apis;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Finds out what somebody is: a client by her id, staff by asking head office, anew each half minute. */
@Component
public class CurrentUser {

    private static final String MEMORY = CurrentUser.class.getName();
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Apis apis;

    CurrentUser(Apis apis) {
        this.apis = apis;
    }

    private record Known(SignedInUser who, long goodUntil) {}

    record Myself(String subject, List<SignedInUser.Role> roles) {}

    public static boolean isLoggedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !"anonymousUser".equals(who.getPrincipal());
    }

    public SignedInUser current() {
        HttpSession session = ((ServletRequestAttributes)
                        Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest()
                .getSession();
        if (session.getAttribute(MEMORY) instanceof Known known && System.nanoTime() - known.goodUntil() < 0) {
            return known.who();
        }
        SignedInUser who = ask();
        session.setAttribute(MEMORY, new Known(who, System.nanoTime() + FRESH.toNanos()));
        return who;
    }

    private SignedInUser ask() {
        String subject = Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication())
                .getName();
        SignedInUser client = new SignedInUser(subject, List.of());
        if (client.isClient()) {
            return client;
        }
        return new SignedInUser(
                subject, apis.mine().headOffice().get(Myself.class, "/me").roles());
    }
}
