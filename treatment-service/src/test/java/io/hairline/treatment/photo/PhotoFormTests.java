package io.hairline.treatment.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hairline.kit.Refusal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PhotoFormTests {

    private static final String CLIENT = part("clientId", "cli_01jb0000000000000000000000");

    @Test
    void listsTheCodesThatAFieldTakes() {
        Refusal it = refused(CLIENT + part("angle", "BELOW") + part("stage", "BEFORE") + part("file", "x"));

        assertThat(it.errors().getFirst().field()).isEqualTo("angle");
        assertThat(it.errors().getFirst().message())
                .startsWith("must be one of FRONT, ")
                .doesNotContain("[", "]");
    }

    @Test
    void listsThePartsThatItTakes() {
        assertThat(refused(part("size", "1")).errors().getFirst().message())
                .isEqualTo("has a part that is none of clientId, sessionId, angle, stage, file; leave it out");
    }

    private static Refusal refused(String parts) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContentType("multipart/form-data; boundary=b");
        request.setContent((parts + "--b--\r\n").getBytes(StandardCharsets.UTF_8));
        return catchThrowableOfType(Refusal.class, () -> PhotoForm.of(request));
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    }
}
