package io.hairline.portal.api;

import io.hairline.portal.gateway.ServiceAddresses;
import java.net.URI;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The services behind a page that a test opens without a server. */
public final class Services {

    private Services() {}

    /** One address answers for all of them. */
    public static Apis at(URI address) {
        Bearer nobody = () -> "token";
        return new Apis(
                new StaticListableBeanFactory(Map.of("bearer", nobody)).getBeanProvider(Bearer.class),
                new ServiceAddresses(address, address, address, address, address));
    }
}
