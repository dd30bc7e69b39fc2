package io.hairline.headoffice.clinic.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceRemoved;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicLocation;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.kit.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquipmentTests {

    private static final ChairId CHAIR = DemoIds.chair("BER", 1);
    private static final DeviceId DEVICE = DemoIds.dermatoscope("BER");

    private final Clinic clinic = new Clinic(
            DemoIds.clinic("BER"),
            1,
            "BER",
            "Berlin",
            DemoIds.region("EU"),
            DemoIds.owner("NORD"),
            new ClinicLocation("DE-BE", "Europe/Berlin", "EUR", 52.5, 13.4),
            new WeeklyHours(List.of()),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null);

    private Clinic window() {
        return Equipment.of(clinic).install(CHAIR, "Window").next();
    }

    @Test
    void renamesAChairButNotToAnothersName() {
        Clinic furnished =
                Equipment.of(window()).install(DemoIds.chair("BER", 2), "Door").next();

        assertThat(Equipment.of(furnished)
                        .rename(CHAIR, "WINDOW")
                        .next()
                        .chairs()
                        .getFirst()
                        .name())
                .isEqualTo("WINDOW");
        assertRefused("chair-name-taken", () -> Equipment.of(furnished).rename(CHAIR, "door"));
        assertRefused("not-found", () -> Equipment.of(clinic).rename(CHAIR, "door"));
    }

    @Test
    void refusesTwoChairsOfOneName() {
        Clinic furnished = window();

        assertRefused("chair-name-taken", () -> Equipment.of(furnished).install(DemoIds.chair("BER", 2), "window"));
    }

    @Test
    void removesAChairItHasAndNoOther() {
        Clinic furnished = window();

        assertThat(Equipment.of(furnished).remove(CHAIR).event()).isEqualTo(new ChairRemoved(clinic.id(), CHAIR));
        assertRefused("not-found", () -> Equipment.of(clinic).remove(CHAIR));
    }

    @Test
    void hasDevicesOfKindsUnderNamesOfTheirOwn() {
        Clinic equipped =
                Equipment.of(clinic).install(DEVICE, "LASER", "Laser 1").next();
        DeviceId second = DemoIds.dermatoscope("HAM");

        assertThat(Equipment.of(clinic).install(DEVICE, "LASER", "Laser 1").event())
                .isEqualTo(new DeviceInstalled(clinic.id(), DEVICE, "LASER", "Laser 1"));
        assertRefused("device-name-taken", () -> Equipment.of(equipped).install(second, "SCANNER", "laser 1"));
        assertThat(Equipment.of(equipped).rename(DEVICE, "Laser 1").event()).isNull();
        Clinic renamed = Equipment.of(equipped).rename(DEVICE, "Big laser").next();
        assertThat(renamed.allDevices()).containsExactly(new Clinic.Device(DEVICE, "LASER", "Big laser"));
        assertThat(Equipment.of(renamed).install(CHAIR, "Window").next().allDevices())
                .hasSize(1);
    }

    @Test
    void removesADeviceItHasAndNoOther() {
        Clinic equipped =
                Equipment.of(clinic).install(DEVICE, "LASER", "Laser 1").next();

        assertThat(Equipment.of(equipped).remove(DEVICE).event()).isEqualTo(new DeviceRemoved(clinic.id(), DEVICE));
        assertThat(Equipment.of(equipped).remove(DEVICE).next().allDevices()).isEmpty();
        assertRefused("not-found", () -> Equipment.of(clinic).remove(DEVICE));
        assertRefused("not-found", () -> Equipment.of(clinic).rename(DEVICE, "Big laser"));
    }

    private static void assertRefused(String slug, Runnable wish) {
        assertThatThrownBy(wish::run)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo(slug));
    }
}
