package io.hairline.portal.desk;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * What a member of the staff searched for last. It is kept in the session, because names, phone numbers and e-mail addresses
 * don't belong in an address, which browsers and proxies remember.
 */
final class LastSearch {

    /** In the address of a page that shows what was found. */
    static final String FOUND = "found";

    private static final String MEMORY = LastSearch.class.getName();

    private LastSearch() {}

    static void keep(String wanted, HttpSession session) {
        session.setAttribute(MEMORY, wanted.strip());
    }

    /** @param found as it is in the page's address; nothing is wanted if it isn't there */
    static String wanted(@Nullable String found, HttpSession session) {
        return found != null && session.getAttribute(MEMORY) instanceof String wanted ? wanted : "";
    }
}
