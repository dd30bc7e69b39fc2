package io.hairline.headoffice.demo;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.catalogue.OfferingServices;
import io.hairline.headoffice.policy.PublishingPolicies;
import org.springframework.stereotype.Component;

@Component
class MenuSeed {

    private final OfferingServices catalogue;
    private final PublishingPolicies policies;

    MenuSeed(OfferingServices catalogue, PublishingPolicies policies) {
        this.catalogue = catalogue;
        this.policies = policies;
    }

    void found() {
        Menu.SERVICES.forEach(
                it -> catalogue.offer(DemoIds.service(it.code()), null, it.code(), it.minutes(), it.listPrice()));
        policies.publish(DemoIds.policy(), null, Menu.POLICY);
    }
}
