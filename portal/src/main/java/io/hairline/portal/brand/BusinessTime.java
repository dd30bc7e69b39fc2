package io.hairline.portal.brand;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import java.time.Instant;
import java.time.InstantSource;
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

    public Instant now() {
        if (!demo) {
            return SYSTEM.instant();
        }
        try {
            return apis.everybodys()
                    .booking()
                    .get(ClockReading.class, "/demo/clock")
                    .instant();
        } catch (ApiProblem _) {
            return SYSTEM.instant();
        }
    }
}
