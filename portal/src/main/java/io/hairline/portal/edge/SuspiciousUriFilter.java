package io.hairline.portal.edge;

import io.hairline.portal.PublicAddress;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Paths that two servers may read differently, such as one with an encoded slash or dots, go no further; nor do parameters
 * and encodings that can't be read. Redirects stay at the public address.
 */
@Component
class SuspiciousUriFilter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final PublicAddress address;

    SuspiciousUriFilter(PublicAddress address) {
        this.address = address;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setRejectSuspiciousURIs(true));
        factory.addContextCustomizers(context -> {
            context.getPipeline().addValve(new ReadableRequestValve());
            context.getPipeline().addValve(new PublicAddressValve(address));
        });
    }
}
