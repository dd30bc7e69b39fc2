package io.hairline.portal.brand;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What time it is for the business. Only a demo's clock can differ from ours, and booking tells it. */
@Component
public class BusinessTime {

    private static final InstantSource SYSTEM = InstantSource.system();

    private final Apis apis;
    private final boolean demo;

    BusinessTime(Apis apis, @Value("#{'${hairline.demo:false}' == 'true'}") boolean demo) {
        this.apis = apis;
        this.demo = demo;
    }

    record ClockReading(Instant instant) {}

    /** For somebody who is logged in. */
    public Instant now() {
        return now(demo ? apis.mine() : apis.everybodys());
    }

    /** For a visitor, whose pages don't fail where only the demo's clock can't be asked. */
    public Instant now(Supplier<CallerApis> visitor) {
        if (!demo) {
            return SYSTEM.instant();
        }
        try {
            return now(visitor.get());
        } catch (ApiProblem _) {
            return SYSTEM.instant();
        }
    }

    public Instant now(CallerApis caller) {
        if (!demo) {
            return SYSTEM.instant();
        }
        try {
            return caller.booking().get(ClockReading.class, "/demo/clock").instant();
        } catch (ApiProblem _) {
            return SYSTEM.instant();
        }
    }
}
