package io.hairline.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.gateway.PortalIT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that names somebody else's host is led nowhere but to the portal's own address. */
class OwnRedirectsIT extends PortalIT {

    private static final String ELSEWHERE = "elsewhere.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /me",
                "GET /home",
                "GET /clinic",
                "GET /dashboard?regionId=reg_1",
                "GET /office/prices",
                "GET /search?found",
                "GET /session/start/hairline",
                "GET /session/back/hairline?code=a&state=b",
                "GET /book/hold/hld_1",
                "GET /api"
            })
    void leadToThePortalsOwnAddress(String call) throws IOException {
        String answer = answer(call);

        assertThat(answer).startsWith("HTTP/1.1 30").contains("\r\nLocation: ").doesNotContain(ELSEWHERE);
    }

    private String answer(String call) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            String request = call + " HTTP/1.1\r\nHost: " + ELSEWHERE
                    + "\r\nAccept: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
