package io.hairline.headoffice.demo;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.demo.DemoTeam.Week;
import io.hairline.headoffice.people.StaffManagement;
import io.hairline.kit.security.Assignment;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
class StaffSeed {

    private final StaffManagement staffing;

    StaffSeed(StaffManagement staffing) {
        this.staffing = staffing;
    }

    void found() {
        employ("head-office", new Assignment(Role.HEAD_OFFICE, null, null, null));
        DemoIds.REGIONS.forEach(it ->
                employ("region-" + lower(it), new Assignment(Role.REGION_MANAGER, DemoIds.region(it), null, null)));
        DemoIds.CLINICS.forEach(it -> {
            ClinicId clinic = DemoIds.clinic(it);
            employ("manager-" + lower(it), new Assignment(Role.CLINIC_MANAGER, null, clinic, null));
            employ("desk-" + lower(it), new Assignment(Role.FRONT_DESK, null, clinic, null));
        });
        for (int number = 1; number <= DemoIds.PRACTITIONERS; number++) {
            for (Week week : DemoTeam.ARTISTS.get(number - 1).weeks()) {
                ClinicId clinic = DemoIds.clinic(week.clinic());
                employ(
                        "practitioner-" + number,
                        new Assignment(Role.PRACTITIONER, null, clinic, DemoIds.practitioner(number)));
            }
        }
    }

    private void employ(String login, Assignment assignment) {
        PersonId id = DemoIds.person(login);
        if (!staffing.exists(id)) {
            staffing.enrol(id, login, assignment.clinicId());
        }
        staffing.assign(id, null, assignment);
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
