package io.hairline.headoffice;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void keepsCapabilitiesApart() {
        ApplicationModules.of(HeadOfficeApplication.class).verify();
    }
}
