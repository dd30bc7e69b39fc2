package io.hairline.headoffice.people;

import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A token says only who; a program that shows people their own pages asks here for the roles they have at this moment. */
@RestController
@RequestMapping("/api/v1/me")
class MyselfController {

    private final Callers callers;

    MyselfController(Callers callers) {
        this.callers = callers;
    }

    record Myself(String subject, List<Assignment> roles) {}

    @GetMapping
    Myself show() {
        Caller caller = callers.current();
        return new Myself(caller.subject(), caller.assignments());
    }
}
