package io.hairline.headoffice.demo;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.clinic.ClinicManagement;
import io.hairline.headoffice.demo.DemoNetwork.House;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.headoffice.network.NetworkManagement;
import org.springframework.stereotype.Component;

@Component
class NetworkSeed {

    private final NetworkManagement network;
    private final ClinicManagement clinics;
    private final ClinicDirectory directory;

    NetworkSeed(NetworkManagement network, ClinicManagement clinics, ClinicDirectory directory) {
        this.network = network;
        this.clinics = clinics;
        this.directory = directory;
    }

    void found() {
        DemoNetwork.REGIONS.forEach((code, name) -> {
            if (!network.knows(DemoIds.region(code))) {
                network.openRegion(DemoIds.region(code), code, name);
            }
        });
        DemoNetwork.OWNERS.forEach((code, companyName) -> {
            if (!network.knows(DemoIds.owner(code))) {
                network.signOwner(DemoIds.owner(code), code, companyName);
            }
        });
        DemoNetwork.CLINICS.forEach(this::open);
    }

    private void open(House house) {
        Clinic clinic = directory
                .find(DemoIds.clinic(house.code()))
                .orElseGet(() -> clinics.open(
                        DemoIds.clinic(house.code()),
                        new ClinicManagement.Opening(
                                house.code(),
                                DemoNetwork.details(house),
                                DemoIds.region(house.region()),
                                DemoIds.owner(house.owner()),
                                house.place(),
                                new WeeklyHours(house.hours()))));
        for (int number = clinic.chairs().size() + 1; number <= DemoIds.chairs(house.code()); number++) {
            clinics.install(clinic.id(), null, DemoIds.chair(house.code(), number), "Chair " + number);
        }
        if (clinic.allDevices().isEmpty()) {
            clinics.install(
                    clinic.id(), null, DemoIds.dermatoscope(house.code()), DemoCatalogue.DERMATOSCOPE, "Dermatoscope");
        }
    }
}
