package io.hairline.kit.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.WebUtils;

/**
 * Runs a request again, for two seconds, while it names an id whose news may be on its way here. Between two tries the
 * request takes no thread: it is parked in the server, which dispatches it anew.
 */
final class UnknownIdRetry {

    private static final Logger log = LoggerFactory.getLogger(UnknownIdRetry.class);
    /** Milliseconds before each further try: most news comes within a tenth of a second. */
    private static final int[] PAUSES = {50, 100, 200, 400, 600, 650};
    /** Each may hold a body of up to a megabyte, and each try costs a look into the database. */
    private static final int MOST_PARKED = 100;

    private static final Semaphore PARKED = new Semaphore(MOST_PARKED);
    private static final String TRIES = UnknownIdRetry.class.getName() + ".tries";

    private UnknownIdRetry() {}

    /** Whether the request will run again; if so, nothing is answered now. */
    static boolean isTriedAgain(HttpServletRequest request, HttpServletResponse response) {
        int tries = request.getAttribute(TRIES) instanceof Integer before ? before : 0;
        boolean bodyGone = CallerContextFilter.isUpload(request);
        if (bodyGone || tries == PAUSES.length || !request.isAsyncSupported() || !PARKED.tryAcquire()) {
            return false;
        }
        request.setAttribute(TRIES, tries + 1);
        AsyncContext parked = request.startAsync(readable(request), response);
        CompletableFuture.delayedExecutor(PAUSES[tries], TimeUnit.MILLISECONDS, Runnable::run)
                .execute(() -> dispatch(parked));
        return true;
    }

    /** Its body can be read again. */
    private static HttpServletRequest readable(HttpServletRequest request) {
        RereadableRequest rereadable = WebUtils.getNativeRequest(request, RereadableRequest.class);
        return rereadable == null ? request : rereadable;
    }

    private static void dispatch(AsyncContext parked) {
        PARKED.release();
        try {
            parked.dispatch();
        } catch (IllegalStateException e) {
            log.debug("caller hung up reason={}", e.getClass().getSimpleName());
        }
    }
}
