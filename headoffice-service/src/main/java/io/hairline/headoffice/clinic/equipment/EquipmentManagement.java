package io.hairline.headoffice.clinic.equipment;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which chairs and devices a clinic has; {@code ifMatch} is the version of the clinic that the caller has seen. */
@Service
public class EquipmentManagement {

    private final ClinicManagement clinics;

    EquipmentManagement(ClinicManagement clinics) {
        this.clinics = clinics;
    }

    public Clinic rename(ClinicId id, @Nullable String ifMatch, ChairId chairId, String name) {
        return clinics.change(id, ifMatch, it -> Equipment.of(it).rename(chairId, name));
    }

    public Clinic install(ClinicId id, @Nullable String ifMatch, ChairId chairId, String name) {
        return clinics.change(id, ifMatch, it -> Equipment.of(it).install(chairId, name));
    }

    public Clinic remove(ClinicId id, @Nullable String ifMatch, ChairId chairId) {
        return clinics.change(id, ifMatch, it -> Equipment.of(it).remove(chairId));
    }

    /**
     * A device that only one appointment can use at a time.
     *
     * @param kind what services of the catalogue ask for
     */
    public Clinic install(ClinicId id, @Nullable String ifMatch, DeviceId deviceId, String kind, String name) {
        return clinics.change(id, ifMatch, it -> Equipment.of(it).install(deviceId, kind, name));
    }

    Clinic rename(ClinicId id, @Nullable String ifMatch, DeviceId deviceId, String name) {
        return clinics.change(id, ifMatch, it -> Equipment.of(it).rename(deviceId, name));
    }

    Clinic remove(ClinicId id, @Nullable String ifMatch, DeviceId deviceId) {
        return clinics.change(id, ifMatch, it -> Equipment.of(it).remove(deviceId));
    }
}
