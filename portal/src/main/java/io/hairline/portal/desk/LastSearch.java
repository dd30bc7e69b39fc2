package io.hairline.portal.desk;

import jakarta.servlet.http.HttpSession;

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

    static String in(HttpSession session) {
        return session.getAttribute(MEMORY) instanceof String wanted ? wanted : "";
    }
}
