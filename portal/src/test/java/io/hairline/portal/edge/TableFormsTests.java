package io.hairline.portal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.input.UploadedTable;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TableFormsTests {

    private static final String FORM = """
            --b\r
            Content-Disposition: form-data; name="_csrf"\r
            \r
            token\r
            --b\r
            Content-Disposition: form-data; name="file"; filename="clients.csv"\r
            Content-Type: text/csv\r
            \r
            %s\r
            --b\r
            Content-Disposition: form-data; name="table"\r
            \r
            %s\r
            --b--\r
            """;

    private static HttpServletRequest read(String path, String file, String pasted)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContentType("multipart/form-data; boundary=b");
        request.setContent(FORM.formatted(file, pasted).getBytes(StandardCharsets.UTF_8));
        AtomicReference<HttpServletRequest> passed = new AtomicReference<>(request);
        new TableForms()
                .doFilter(request, new MockHttpServletResponse(), (next, _) -> passed.set((HttpServletRequest) next));
        return passed.get();
    }

    @Test
    void findsTheTokenAndTheFileOfALargeTable() throws Exception {
        String table = "givenName\n" + "Zoë,Müller\n".repeat(100_000);

        HttpServletRequest read = read("/clinic/cln_1/import/check", table, "");

        assertThat(read.getParameter("_csrf")).isEqualTo("token");
        assertThat(UploadedTable.isFile(read)).isTrue();
        assertThat(UploadedTable.of(read).text()).isEqualTo(table);
        assertThat(UploadedTable.of(read).isTooLarge()).isFalse();
    }

    @Test
    void takesWhatWasPastedWhereNoFileWasChosen() throws Exception {
        HttpServletRequest read = read("/clinic/cln_1/import/history", "", "email,date");

        assertThat(UploadedTable.isFile(read)).isFalse();
        assertThat(UploadedTable.of(read).text()).isEqualTo("email,date");
    }

    @Test
    void saysThatATableIsTooLarge() throws Exception {
        HttpServletRequest read = read("/office/tables", "x".repeat(2_000_001), "");

        assertThat(read.getParameter("_csrf")).isEqualTo("token");
        assertThat(UploadedTable.of(read).isTooLarge()).isTrue();
    }

    @Test
    void readsNoOtherPagesForms() throws Exception {
        HttpServletRequest read = read("/book/confirm", "file", "table");

        assertThat(read.getParameter("_csrf")).isNull();
        assertThat(UploadedTable.isFile(read)).isFalse();
    }
}
