package io.hairline.kit.testing;

import io.hairline.kit.HairlineProperties;
import io.hairline.kit.time.BusinessClock;
import io.hairline.kit.time.DemoClock;
import io.hairline.launcher.infrastructure.KafkaLogin;
import io.hairline.launcher.infrastructure.TestInfrastructure;

/** The demo's clock in a service that may not write the clock's topic: Kafka's administrator moves it. */
public final class AdministratorsClock {

    private AdministratorsClock() {}

    public static DemoClock of(BusinessClock clock, HairlineProperties hairline) {
        KafkaLogin administrator = TestInfrastructure.get().kafkaAccess().login();
        return new DemoClock(
                clock,
                new HairlineProperties(
                        hairline.service(),
                        hairline.namespace(),
                        hairline.kafka(),
                        hairline.kafkaProtocol(),
                        administrator.username(),
                        administrator.password(),
                        hairline.demo()));
    }
}
