package io.hairline.headoffice.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.kit.testing.OnRealServers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.data.domain.Limit;

@OnRealServers
class FirstPersonEnrolmentIT {

    @Autowired
    StaffManagement staff;

    @Autowired
    Persons persons;

    @Test
    void letsNobodyBackInWhereSomebodyHasTheRole() {
        new FirstPersonEnrolment(staff, persons, "intruder@brand.example").run(new DefaultApplicationArguments());

        assertThat(known("intruder@brand.example")).isEmpty();
    }

    @Test
    void startsWithNoLoginThatCannotBeMailed() {
        assertThatThrownBy(() -> new FirstPersonEnrolment(staff, persons, "founder"))
                .hasMessage("HAIRLINE_FIRST_HEAD_OFFICE_LOGIN must be an e-mail address such as name@example.com");
    }

    private List<Person> known(String login) {
        return persons.findByLoginGreaterThanOrderByLogin(login.substring(0, login.length() - 1), Limit.of(1)).stream()
                .filter(it -> it.login().equals(login))
                .toList();
    }
}
