package io.hairline.headoffice.demo;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.clinic.ClinicManagement;
import io.hairline.headoffice.clinic.equipment.EquipmentManagement;
import io.hairline.headoffice.demo.DemoNetwork.NewClinic;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.headoffice.network.NetworkManagement;
import org.springframework.stereotype.Component;

@Component
class NetworkSeed {

    private final NetworkManagement network;
    private final ClinicManagement clinics;
    private final EquipmentManagement equipment;
    private final ClinicDirectory directory;

    NetworkSeed(
            NetworkManagement network,
            ClinicManagement clinics,
            EquipmentManagement equipment,
            ClinicDirectory directory) {
        this.network = network;
        this.clinics = clinics;
        this.equipment = equipment;
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

    private void open(NewClinic wanted) {
        Clinic clinic = directory
                .find(DemoIds.clinic(wanted.code()))
                .orElseGet(() -> clinics.open(
                        DemoIds.clinic(wanted.code()),
                        new ClinicManagement.Opening(
                                wanted.code(),
                                DemoNetwork.details(wanted),
                                DemoIds.region(wanted.region()),
                                DemoIds.owner(wanted.owner()),
                                wanted.place(),
                                new WeeklyHours(wanted.hours()))));
        for (int number = clinic.chairs().size() + 1; number <= DemoIds.chairs(wanted.code()); number++) {
            equipment.install(clinic.id(), null, DemoIds.chair(wanted.code(), number), "Chair " + number);
        }
        if (clinic.allDevices().isEmpty()) {
            equipment.install(
                    clinic.id(), null, DemoIds.dermatoscope(wanted.code()), DemoCatalogue.DERMATOSCOPE, "Dermatoscope");
        }
    }
}
