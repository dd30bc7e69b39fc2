package io.hairline.headoffice.people;

import io.hairline.contracts.PersonId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.security.Assignment;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Enrols the brand's first person, from whom all other access comes; once there is anybody, it does nothing. */
@Component
@ConditionalOnProperty("hairline.founder")
class FirstPersonEnrolment implements ApplicationRunner {

    private final String login;
    private final Persons persons;
    private final StaffManagement staffing;

    FirstPersonEnrolment(@Value("${hairline.founder}") String login, Persons persons, StaffManagement staffing) {
        this.login = login;
        this.persons = persons;
        this.staffing = staffing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!persons.existsBy()) {
            PersonId founder = new PersonId(Ids.next(PersonId.PREFIX));
            staffing.enrol(founder, login, null);
            staffing.assign(founder, null, new Assignment(Role.HEAD_OFFICE, null, null, null));
        }
    }
}
