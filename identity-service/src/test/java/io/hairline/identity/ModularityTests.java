package io.hairline.identity;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void keepsItsBorders() {
        ApplicationModules.of(IdentityApplication.class).verify();
    }
}
