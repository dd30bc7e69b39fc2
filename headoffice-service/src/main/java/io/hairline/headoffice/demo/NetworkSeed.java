package io.hairline.headoffice.demo;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.clinic.RunningClinics;
import io.hairline.headoffice.clinic.WeeklyHours;
import io.hairline.headoffice.demo.Network.House;
import io.hairline.headoffice.owner.SigningOwners;
import io.hairline.headoffice.region.OpeningRegions;
import org.springframework.stereotype.Component;

@Component
class NetworkSeed {

    private final OpeningRegions regions;
    private final SigningOwners owners;
    private final RunningClinics clinics;
    private final ClinicDirectory directory;

    NetworkSeed(OpeningRegions regions, SigningOwners owners, RunningClinics clinics, ClinicDirectory directory) {
        this.regions = regions;
        this.owners = owners;
        this.clinics = clinics;
        this.directory = directory;
    }

    void found() {
        Network.REGIONS.forEach((code, name) -> {
            if (!regions.exists(DemoIds.region(code))) {
                regions.open(DemoIds.region(code), code, name);
            }
        });
        Network.OWNERS.forEach((code, companyName) -> {
            if (!owners.exists(DemoIds.owner(code))) {
                owners.sign(DemoIds.owner(code), code, companyName);
            }
        });
        Network.CLINICS.forEach(this::open);
    }

    private void open(House house) {
        Clinic clinic = directory
                .find(DemoIds.clinic(house.code()))
                .orElseGet(() -> clinics.open(
                        DemoIds.clinic(house.code()),
                        new RunningClinics.Opening(
                                house.code(),
                                house.name(),
                                DemoIds.region(house.region()),
                                DemoIds.owner(house.owner()),
                                house.place(),
                                new WeeklyHours(house.hours()))));
        for (int number = clinic.chairs().size() + 1; number <= DemoIds.chairs(house.code()); number++) {
            clinics.install(clinic.id(), null, DemoIds.chair(house.code(), number), "Chair " + number);
        }
    }
}
