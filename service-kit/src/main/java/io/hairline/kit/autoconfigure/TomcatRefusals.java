package io.hairline.kit.autoconfigure;

import io.hairline.kit.web.ProblemValve;
import io.hairline.kit.web.ReadableRequestValve;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** What Tomcat refuses itself, it refuses as a problem; what it can't parse goes no further. For each port of a service. */
public final class TomcatRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Set<String> multipart;

    /**
     * For one port.
     *
     * @param multipart the paths to which a file may be posted
     */
    public TomcatRefusals(Set<String> multipart) {
        this.multipart = Set.copyOf(multipart);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
            context.getPipeline().addValve(new ReadableRequestValve(multipart));
        });
    }
}
