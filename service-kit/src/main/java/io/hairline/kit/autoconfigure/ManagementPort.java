package io.hairline.kit.autoconfigure;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;

/** The operator's port has a context of its own, which takes nothing from the service's. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementPort {

    @Bean
    TomcatEdge tomcatEdge() {
        return new TomcatEdge();
    }
}
