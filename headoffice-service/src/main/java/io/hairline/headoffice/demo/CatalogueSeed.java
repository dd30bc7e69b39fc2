package io.hairline.headoffice.demo;

import io.hairline.contracts.PolicyId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.headoffice.catalogue.CatalogueManagement;
import io.hairline.headoffice.policy.PolicyPublishing;
import io.hairline.headoffice.policy.PolicyPublishing.Wanted;
import io.hairline.headoffice.policy.PolicyScope;
import io.hairline.kit.Ids;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CatalogueSeed {

    /** One clinic does something otherwise, so that there is drift to look at. */
    private static final int DUBLIN_HOLDS = 4;

    private final CatalogueManagement catalogue;
    private final PolicyPublishing policies;

    CatalogueSeed(CatalogueManagement catalogue, PolicyPublishing policies) {
        this.catalogue = catalogue;
        this.policies = policies;
    }

    void found() {
        DemoCatalogue.SERVICES.forEach(it -> catalogue.offer(DemoIds.service(it.code()), null, it));
        policies.publish(
                DemoIds.policy(),
                null,
                new Wanted(
                        PolicyScope.BRAND,
                        null,
                        PolicyValues.of(DemoCatalogue.POLICY),
                        List.of(PolicyField.HEALING.fieldName())));
        policies.publish(
                new PolicyId(Ids.next(PolicyId.PREFIX)),
                null,
                new Wanted(
                        new PolicyScope(null, DemoIds.clinic("DUB")),
                        null,
                        new PolicyValues(
                                null, null, null, DUBLIN_HOLDS, null, null, null, null, null, null, null, null, null),
                        null));
    }
}
