package io.hairline.portal.session;

/** The log-in behind this session has ended elsewhere; she has to log in again. */
public final class LoggedOut extends RuntimeException {

    public LoggedOut() {
        super("The log-in has ended", null, false, false);
    }
}
