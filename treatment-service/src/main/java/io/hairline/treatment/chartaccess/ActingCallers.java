package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClinicId;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who asks for a chart, and in which of their clinics. Somebody who works in several says so with the header
 * {@value #CLINIC}: what the client shares with one of them doesn't open the chart in another. Without the header, all count.
 */
@Component
public class ActingCallers {

    static final String CLINIC = "Hairline-Clinic";

    private final Callers callers;

    ActingCallers(Callers callers) {
        this.callers = callers;
    }

    /** @throws Refusal a header that is no clinic's id */
    public Caller current() {
        Caller caller = callers.current();
        @Nullable String named = header();
        return named == null ? caller : caller.actingIn(clinic(named));
    }

    /** Who asks, in all of their clinics, whichever the call names. */
    Caller everywhere() {
        return callers.current();
    }

    private static ClinicId clinic(String named) {
        try {
            return new ClinicId(named);
        } catch (IllegalArgumentException e) {
            throw Refusal.input(CLINIC, "must be the id of a clinic");
        }
    }

    private static @Nullable String header() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getHeader(CLINIC)
                : null;
    }
}
