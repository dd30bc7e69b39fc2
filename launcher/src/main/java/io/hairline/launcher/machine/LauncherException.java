package io.hairline.launcher.machine;

/** A server that couldn't be had; the message is a plain sentence for the person at the keyboard. */
public final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
