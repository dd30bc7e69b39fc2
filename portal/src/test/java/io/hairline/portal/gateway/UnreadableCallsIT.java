package io.hairline.portal.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that no HTTP client would send, byte by byte. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableCallsIT extends PortalIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET  | /session/start/hairline?=1 | X: y                                                    |
            GET  | /?a=%zz                    | X: y                                                    |
            GET  | /problems?a=%ff%fe         | X: y                                                    |
            GET  | /api/v1/appointments?=1    | X: y                                                    |
            POST | /book/confirm              | Content-Type: multipart/form-data                       | x
            POST | /book/confirm              | Content-Type: application/x-www-form-urlencoded         | =1
            POST | /oauth2/token              | Content-Type: application/x-www-form-urlencoded         | a=%zz
            POST | /api/v1/appointments       | Content-Type: multipart/form-data; boundary=b           | --b
            POST | /api/v1/appointments       | Content-Type: application/x-www-form-urlencoded         | a=1
            """)
    void areRefusedWithOneLineOfLogAtMost(String method, String target, String header, String body, CapturedOutput log)
            throws IOException {
        String content = body == null ? "" : body;
        sent("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        int before = log.getAll().length();

        String answer =
                sent("%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(method, target, header, content.length(), content));

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").doesNotContain("org.apache");
        assertThat(log.getAll().substring(before).lines().count()).isLessThanOrEqualTo(1);
    }

    @Test
    void leadNobodyToAnotherAddress() throws IOException {
        String answer =
                sent("GET /me HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 302")
                .contains("/session/start/hairline")
                .doesNotContain("evil");
    }

    private String sent(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
