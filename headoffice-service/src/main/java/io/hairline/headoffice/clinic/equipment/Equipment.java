package io.hairline.headoffice.clinic.equipment;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceRenamed;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.Clinic.Chair;
import io.hairline.headoffice.clinic.Clinic.Device;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.util.ArrayList;
import java.util.List;

/** The rules for a clinic's chairs and devices: each has a name of its own among its kind. */
public final class Equipment {

    private final Clinic clinic;
    private final List<Chair> chairs;
    private final List<Device> devices;

    private Equipment(Clinic clinic) {
        this.clinic = clinic;
        this.chairs = clinic.chairs();
        this.devices = clinic.allDevices();
    }

    /** What a clinic has now. */
    public static Equipment of(Clinic clinic) {
        return new Equipment(clinic);
    }

    public Change<Clinic> install(ChairId chairId, String chairName) {
        checkFree(chairId, chairName);
        return Change.to(
                clinic.withChairs(with(chairs, new Chair(chairId, chairName))),
                new ChairInstalled(clinic.id(), chairId, chairName));
    }

    public Change<Clinic> rename(ChairId chairId, String chairName) {
        Chair renamed = new Chair(chairId, chairName);
        if (chairs.contains(renamed)) {
            return Change.none(clinic);
        }
        checkInstalled(chairId);
        checkFree(chairId, chairName);
        List<Chair> next = chairs.stream()
                .map(it -> it.id().equals(chairId) ? renamed : it)
                .toList();
        return Change.to(clinic.withChairs(next), new ChairRenamed(clinic.id(), chairId, chairName));
    }

    public Change<Clinic> remove(ChairId chairId) {
        checkInstalled(chairId);
        List<Chair> left =
                chairs.stream().filter(it -> !it.id().equals(chairId)).toList();
        return Change.to(clinic.withChairs(left), new ChairRemoved(clinic.id(), chairId));
    }

    private void checkInstalled(ChairId chairId) {
        if (chairs.stream().noneMatch(it -> it.id().equals(chairId))) {
            throw Refusal.notFound();
        }
    }

    private void checkFree(ChairId chairId, String chairName) {
        if (chairs.stream().anyMatch(it -> !it.id().equals(chairId) && it.name().equalsIgnoreCase(chairName))) {
            throw Refusal.state("chair-name-taken", "There is a chair " + chairName + " already. Name it otherwise.");
        }
    }

    public Change<Clinic> install(DeviceId deviceId, String kind, String deviceName) {
        checkFree(deviceId, deviceName);
        return Change.to(
                clinic.withDevices(with(devices, new Device(deviceId, kind, deviceName))),
                new DeviceInstalled(clinic.id(), deviceId, kind, deviceName));
    }

    public Change<Clinic> rename(DeviceId deviceId, String deviceName) {
        Device device = device(deviceId);
        if (device.name().equals(deviceName)) {
            return Change.none(clinic);
        }
        checkFree(deviceId, deviceName);
        List<Device> next = devices.stream()
                .map(it -> it.equals(device) ? new Device(deviceId, it.kind(), deviceName) : it)
                .toList();
        return Change.to(clinic.withDevices(next), new DeviceRenamed(clinic.id(), deviceId, deviceName));
    }

    public Change<Clinic> remove(DeviceId deviceId) {
        Device device = device(deviceId);
        List<Device> left = devices.stream().filter(it -> !it.equals(device)).toList();
        return Change.to(clinic.withDevices(left), new DeviceRemoved(clinic.id(), deviceId));
    }

    private Device device(DeviceId deviceId) {
        return devices.stream()
                .filter(it -> it.id().equals(deviceId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private void checkFree(DeviceId deviceId, String deviceName) {
        if (devices.stream()
                .anyMatch(it -> !it.id().equals(deviceId) && it.name().equalsIgnoreCase(deviceName))) {
            throw Refusal.state(
                    "device-name-taken", "There is a device " + deviceName + " already. Name it otherwise.");
        }
    }

    private static <T> List<T> with(List<T> before, T more) {
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return all;
    }
}
