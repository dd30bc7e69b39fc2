package io.hairline.portal.session;

/** The log-in behind this session has ended elsewhere; the person has to log in again. */
public final class SessionEnded extends RuntimeException {

    public SessionEnded() {
        super("The log-in has ended", null, false, false);
    }
}
