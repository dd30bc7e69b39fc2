package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.dashboard.projection.Generations;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dashboard/rebuild")
class RebuildController {

    private final ReadModelRebuild rebuild;
    private final Callers callers;

    RebuildController(ReadModelRebuild rebuild, Callers callers) {
        this.rebuild = rebuild;
        this.callers = callers;
    }

    /** Begins to rebuild the dashboard from all events; the numbers stay readable, and change at its end in one moment. */
    @PostMapping
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Generations.Rebuild start() {
        callers.current().require(Role.HEAD_OFFICE);
        return rebuild.start();
    }

    /** How far the rebuild is, or how the last one went. */
    @GetMapping
    @AllowedFor(staff = Role.HEAD_OFFICE)
    Generations.Rebuild state() {
        callers.current().require(Role.HEAD_OFFICE);
        return rebuild.state();
    }
}
