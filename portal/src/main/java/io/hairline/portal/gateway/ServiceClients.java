package io.hairline.portal.gateway;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two pools, so that open dashboards can't starve the calls. Nothing is retried, followed, unpacked or remembered. */
@Configuration(proxyBeanMethods = false)
class ServiceClients {

    private static final Timeout FOREVER = Timeout.DISABLED;
    private static final TimeValue TRUSTED_WHEN_IDLE = TimeValue.ofMilliseconds(500);
    private static final TimeValue IDLE = TimeValue.ofSeconds(15);

    @Bean
    CloseableHttpClient calls(CallLimits limits) {
        return client(limits, limits.connections(), Timeout.of(limits.read()));
    }

    @Bean
    CloseableHttpClient streams(CallLimits limits) {
        return client(limits, limits.streams(), FOREVER);
    }

    private static CloseableHttpClient client(CallLimits limits, int connections, Timeout read) {
        Timeout connect = Timeout.of(limits.connect());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections * 5)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(read)
                                .setValidateAfterInactivity(TRUSTED_WHEN_IDLE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(read)
                        .build())
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }
}
