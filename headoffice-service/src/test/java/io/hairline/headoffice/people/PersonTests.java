package io.hairline.headoffice.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleWithdrawn;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Assignment;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PersonTests {

    private static final ClinicId BERLIN = DemoIds.clinic("BER");
    private static final Assignment DESK = new Assignment(Role.FRONT_DESK, null, BERLIN, null);

    private final Person person =
            Person.enrol(DemoIds.person("desk-ber"), "desk-ber", null).next();

    static Stream<Arguments> misplaced() {
        return Stream.of(
                Arguments.of(new Assignment(Role.HEAD_OFFICE, null, BERLIN, null), "clinicId"),
                Arguments.of(new Assignment(Role.REGION_MANAGER, null, null, null), "regionId"),
                Arguments.of(new Assignment(Role.FRONT_DESK, null, null, null), "clinicId"),
                Arguments.of(new Assignment(Role.PRACTITIONER, null, BERLIN, null), "practitionerId"),
                Arguments.of(
                        new Assignment(Role.CLINIC_MANAGER, null, BERLIN, DemoIds.practitioner(1)), "practitionerId"));
    }

    @ParameterizedTest
    @MethodSource("misplaced")
    void refusesARoleWithoutItsPlace(Assignment misplaced, String field) {
        assertThatThrownBy(() -> person.assign(misplaced))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo(field));
    }

    @Test
    void holdsARoleOncePerPlace() {
        Person atTheDesk = person.assign(DESK).next();

        assertThat(atTheDesk.assign(DESK).event()).isNull();
        assertThat(atTheDesk.assignments()).containsExactly(DESK);
    }

    @Test
    void losesARoleAndNoOther() {
        Assignment hamburg = new Assignment(Role.FRONT_DESK, null, DemoIds.clinic("HAM"), null);
        Person both = person.assign(DESK).next().assign(hamburg).next();

        var change = both.withdraw(DESK);

        assertThat(change.event()).isEqualTo(new RoleWithdrawn(person.id(), Role.FRONT_DESK, null, BERLIN));
        assertThat(change.next().assignments()).containsExactly(hamburg);
        assertThat(change.next().withdraw(DESK).event()).isNull();
    }

    @Test
    void belongsWhereTheyWorkOrWereEnrolled() {
        Person enrolled = Person.enrol(DemoIds.person("new"), "new", BERLIN).next();

        assertThat(enrolled.belongsTo(Set.of(BERLIN))).isTrue();
        assertThat(person.assign(DESK).next().belongsTo(Set.of(BERLIN))).isTrue();
        assertThat(person.belongsTo(Set.of(BERLIN))).isFalse();
    }
}
