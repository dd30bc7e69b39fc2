package io.hairline.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.ServiceOffering;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class DeviceKindTests {

    private static ServiceOffering needing(String device) {
        return new ServiceOffering("SCAR", 240, null, 3L, 15, 15, 15, device, List.of(), List.of());
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isCalledInTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.GERMAN);

        List<DeviceKind> known = DeviceKind.of(List.of(needing("DERMATOSCOPE"), needing("DERMATOSCOPE")));

        assertThat(known).extracting(DeviceKind::name).containsExactly("Dermatoskop");
        assertThat(DeviceKind.code(" dermatoskop ", known)).isEqualTo("DERMATOSCOPE");
        assertThat(DeviceKind.code("DERMATOSCOPE", known)).isEqualTo("DERMATOSCOPE");
    }

    @Test
    void hasACodeMadeOfItsNameWhileNoServiceNeedsIt() {
        assertThat(DeviceKind.code("Laser comb", List.of())).isEqualTo("LASER_COMB");
        assertThat(DeviceKind.of(List.of(needing("LASER_COMB"))))
                .extracting(DeviceKind::name)
                .containsExactly("Laser comb");
    }
}
