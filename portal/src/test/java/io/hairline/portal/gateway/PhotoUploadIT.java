package io.hairline.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class PhotoUploadIT extends PortalIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Upstream TREATMENT = new Upstream();

    @DynamicPropertySource
    static void treatment(DynamicPropertyRegistry registry) {
        registry.add("hairline.services.treatment", TREATMENT::address);
    }

    @Test
    void passesAPhotoOnAsItComesInAndNoOtherForm() throws Exception {
        AtomicLong arrived = new AtomicLong();
        TREATMENT.does(exchange -> {
            arrived.set(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
            Upstream.answer(exchange, 201, exchange.getRequestHeaders().getFirst("Content-Type"));
        });

        var answer = send(form("/api/v1/photos", 25 * MEGABYTE));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).startsWith("multipart/form-data;").contains("boundary=b");
        assertThat(arrived).hasValue(25L * MEGABYTE);
        assertThat(send(form("/api/v1/photos", 27 * MEGABYTE)).statusCode()).isEqualTo(413);
        assertThat(send(form("/api/v1/sessions", 10)).statusCode()).isEqualTo(415);
    }

    private HttpRequest.Builder form(String path, int length) {
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(new byte[length]));
    }
}
