package io.hairline.notification;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void keepsCapabilitiesApart() {
        ApplicationModules.of(NotificationApplication.class).verify();
    }
}
