package io.hairline.headoffice.demo;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.catalogue.CatalogueManagement;
import io.hairline.headoffice.policy.PolicyPublishing;
import org.springframework.stereotype.Component;

@Component
class CatalogueSeed {

    private final CatalogueManagement catalogue;
    private final PolicyPublishing policies;

    CatalogueSeed(CatalogueManagement catalogue, PolicyPublishing policies) {
        this.catalogue = catalogue;
        this.policies = policies;
    }

    void found() {
        DemoCatalogue.SERVICES.forEach(
                it -> catalogue.offer(DemoIds.service(it.code()), null, it.code(), it.minutes(), it.listPrice()));
        policies.publish(DemoIds.policy(), null, DemoCatalogue.POLICY);
    }
}
