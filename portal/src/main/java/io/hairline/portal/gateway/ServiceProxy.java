package io.hairline.portal.gateway;

import java.io.IOException;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One call to a service and its answer. The gateway's own exchange reads an abandoned event stream to its end, which
 * never comes; here a visitor who leaves ends the connection too.
 */
@Component
class ServiceProxy implements ProxyExchange {

    private static final Logger log = LoggerFactory.getLogger(ServiceProxy.class);
    private static final int UNKNOWN_LENGTH = -1;

    private final CloseableHttpClient calls;
    private final CloseableHttpClient streams;
    private final CallLimits limits;

    ServiceProxy(
            @Qualifier("calls") CloseableHttpClient calls,
            @Qualifier("streams") CloseableHttpClient streams,
            CallLimits limits) {
        this.calls = calls;
        this.streams = streams;
        this.limits = limits;
    }

    @Override
    public ServerResponse exchange(Request request) {
        DataSize limit = limits.bodyAt(request.getServerRequest().path());
        if (request.getServerRequest().servletRequest().getContentLengthLong() > limit.toBytes()) {
            return GatewayProblems.tooLarge(limit);
        }
        try {
            CloseableHttpClient client = wantsStream(request.getServerRequest()) ? streams : calls;
            HttpUriRequestBase call = outgoing(request, limit);
            return ProxiedResponse.of(client.executeOpen(null, call, null), call, request);
        } catch (BoundedBody.TooLarge _) {
            return GatewayProblems.tooLarge(limit);
        } catch (IOException e) {
            String service = (String) request.getServerRequest()
                    .attribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR)
                    .orElse("The service");
            log.warn(
                    "service={} unavailable path={} cause={}",
                    service,
                    request.getServerRequest().path(),
                    e.toString());
            return GatewayProblems.serviceUnavailable(service);
        }
    }

    private HttpUriRequestBase outgoing(Request request, DataSize limit) throws IOException {
        var outgoing =
                new HttpUriRequestBase(request.getMethod().name(), Objects.requireNonNull(request.getUri(), "no URI"));
        String path = request.getServerRequest().servletRequest().getRequestURI();
        if (path.startsWith(Routes.DOCUMENTS) || limits.isTable(path)) {
            outgoing.setConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.of(limits.connect()))
                    .setResponseTimeout(Timeout.of(limits.isTable(path) ? limits.tables() : limits.document()))
                    .build());
        }
        request.getHeaders().forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
        var body = request.getServerRequest().servletRequest().getInputStream();
        if (!body.isFinished()) {
            var bounded = new BoundedBody(body, limit.toBytes());
            outgoing.setEntity(new InputStreamEntity(bounded, UNKNOWN_LENGTH, null));
        }
        return outgoing;
    }

    private static boolean wantsStream(ServerRequest request) {
        return request.path().endsWith("/stream") || request.headers().accept().contains(MediaType.TEXT_EVENT_STREAM);
    }
}
