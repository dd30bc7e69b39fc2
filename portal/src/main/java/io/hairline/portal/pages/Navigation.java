package io.hairline.portal.pages;

import io.hairline.portal.session.SignedInUser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way through the pages: only what the person's role may do. */
final class Navigation {

    private Navigation() {}

    /**
     * One way.
     *
     * @param name the end of the message's key, and what a page names itself by
     * @param parts what other pages behind it name themselves by
     */
    record Way(String name, String link, List<String> parts) {

        Way(String name, String link) {
            this(name, link, List.of());
        }

        /** Whether a page that names itself so is there or behind it. */
        public boolean leadsTo(String page) {
            return name.equals(page) || parts.contains(page);
        }
    }

    static List<Way> of(@Nullable SignedInUser who) {
        if (who == null) {
            return List.of(new Way("clinics", "/clinics"), new Way("visit", "/visit"));
        }
        if (who.isClient()) {
            return List.of(
                    new Way("me", "/me"),
                    new Way("book", "/book"),
                    new Way("waitlist", "/me/waitlist"),
                    new Way("messages", "/me/messages"),
                    new Way("record", "/me/record"),
                    new Way("data", "/me/data"));
        }
        return ofStaff(who);
    }

    private static List<Way> ofStaff(SignedInUser who) {
        List<Way> ways = new ArrayList<>();
        if (who.seesNumbers()) {
            ways.add(new Way("dashboard", "/dashboard"));
            ways.add(new Way("compliance", "/dashboard/compliance"));
            ways.add(new Way("royalties", "/dashboard/royalties"));
        }
        if (who.isStaff()) {
            ways.add(new Way("clinic", "/clinic"));
        }
        if (who.isBrand()) {
            ways.add(new Way("office", "/office", List.of("prices", "policy", "network", "people", "recalls")));
        }
        return ways;
    }
}
