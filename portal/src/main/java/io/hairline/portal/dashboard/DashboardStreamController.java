package io.hairline.portal.dashboard;

import io.hairline.portal.api.Bearer;
import io.hairline.portal.gateway.ServiceAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The dashboard's events for the person who is logged in: the token is added here, the browser never has it. */
@Controller
class DashboardStreamController {

    private static final int BUFFER = 8 * 1024;

    private final Bearer bearer;
    private final ServiceAddresses services;
    private final CloseableHttpClient streams;

    DashboardStreamController(
            Bearer bearer, ServiceAddresses services, @Qualifier("streams") CloseableHttpClient streams) {
        this.bearer = bearer;
        this.services = services;
        this.streams = streams;
    }

    @GetMapping("/dashboard/stream")
    void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = Optional.ofNullable(request.getQueryString())
                .map(it -> "?" + it)
                .orElse("");
        HttpGet call = new HttpGet(services.headoffice() + "/api/v1/dashboard/stream" + query);
        call.setHeader("Authorization", "Bearer " + bearer.token());
        call.setHeader("Accept", MediaType.TEXT_EVENT_STREAM_VALUE);
        try (ClassicHttpResponse upstream = streams.executeOpen(null, call, null)) {
            if (upstream.getCode() != HttpStatus.OK.value()) {
                // 204 tells the browser not to ask again.
                response.setStatus(HttpStatus.NO_CONTENT.value());
                return;
            }
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.flushBuffer();
            relay(upstream.getEntity().getContent(), response.getOutputStream());
        } catch (IOException _) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        } finally {
            call.cancel();
        }
    }

    private static void relay(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }
}
