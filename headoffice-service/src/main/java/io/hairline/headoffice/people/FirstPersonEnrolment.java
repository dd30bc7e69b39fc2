package io.hairline.headoffice.people;

import io.hairline.contracts.PersonId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.EmailAddress;
import io.hairline.kit.Ids;
import io.hairline.kit.security.Assignment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Enrols the first person of head office, who enrols everybody else. The setting counts only as long as nobody has the
 * role, so it can't be used to get back in. The person chooses a password by a mailed code.
 */
@Component
class FirstPersonEnrolment implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstPersonEnrolment.class);

    private final StaffManagement staff;
    private final Persons persons;
    private final String login;

    FirstPersonEnrolment(
            StaffManagement staff, Persons persons, @Value("${hairline.first-head-office-login:}") String login) {
        this.staff = staff;
        this.persons = persons;
        this.login = login.strip();
        if (!this.login.isEmpty()) {
            checkAddress(this.login);
        }
    }

    private static void checkAddress(String login) {
        try {
            EmailAddress.parse(login);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("HAIRLINE_FIRST_HEAD_OFFICE_LOGIN " + e.getMessage(), e);
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (login.isEmpty() || persons.existsWithRole(Role.HEAD_OFFICE)) {
            return;
        }
        PersonId id = new PersonId(Ids.next(PersonId.PREFIX));
        staff.enrol(id, login, null);
        staff.assign(id, null, new Assignment(Role.HEAD_OFFICE, null, null, null));
        log.info("the first person of head office is enrolled person={}", id);
    }
}
