package io.hairline.identity.account;

import java.util.Arrays;
import java.util.Comparator;

/** A login of the demo, and whom one becomes with it. */
record DemoLogin(String login, String role, String note) {

    static final Comparator<DemoLogin> MOST_USEFUL_FIRST = Comparator.<DemoLogin, Kind>comparing(
                    it -> Kind.of(it.login))
            .thenComparingInt(it -> Kind.of(it.login).numberIn(it.login))
            .thenComparing(DemoLogin::login);

    static DemoLogin of(Account account) {
        Kind kind = Kind.of(account.login());
        String which = account.login().substring(kind.prefix.length());
        return new DemoLogin(account.login(), kind.name(), kind.note.formatted(which));
    }

    /** The logins' first words are fixed, so they say what somebody is. */
    private enum Kind {
        HEAD_OFFICE("head-office", "the whole brand: regions, clinics, people, policies"),
        REGION_MANAGER("region-", "the numbers and appointments of region %s"),
        CLINIC_MANAGER("manager-", "clinic %s, with overrides"),
        FRONT_DESK("desk-", "the front desk of clinic %s"),
        PRACTITIONER("practitioner-", "treats clients; number %s in the demo's diary"),
        CLIENT("client-", "is treated; number %s in the demo's clients"),
        OTHER("", "%s");

        private final String prefix;
        private final String note;

        Kind(String prefix, String note) {
            this.prefix = prefix;
            this.note = note;
        }

        static Kind of(String login) {
            return Arrays.stream(values())
                    .filter(it -> login.startsWith(it.prefix))
                    .findFirst()
                    .orElse(OTHER);
        }

        int numberIn(String login) {
            String rest = login.substring(prefix.length());
            return rest.matches("\\d{1,9}") ? Integer.parseInt(rest) : 0;
        }
    }
}
