package io.hairline.acceptance.access;

/** The kinds of callers, in the order in which those in scope are tried. */
enum Role {
    DESK("desk-ber", "desk-nyc"),
    MANAGER("manager-ber", "manager-nyc"),
    PRACTITIONER("practitioner-1", "practitioner-15"),
    REGION("region-eu", "region-us"),
    HEAD_OFFICE("head-office", ""),
    CLIENT("client-200", "client-206"),
    GUEST("", "");

    /** Somebody whose clinic, region or record it is; empty if this role has none. */
    final String here;
    /** Somebody of another clinic or region, or another client; empty if this role has none. */
    final String elsewhere;

    Role(String here, String elsewhere) {
        this.here = here;
        this.elsewhere = elsewhere;
    }
}
