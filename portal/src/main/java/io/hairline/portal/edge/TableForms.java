package io.hairline.portal.edge;

import io.hairline.portal.input.UploadedTable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the forms with which a table is sent as a file. Only their pages take more than a form's 64 KB; before the filters
 * that ask for parameters, for the token against forged forms is one of them. Nothing is written to disk.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TableForms extends OncePerRequestFilter {

    private static final Pattern PAGES = Pattern.compile("/office/tables|/clinic/[^/]+/import(/history)?(/check)?");
    private static final int MOST_FIELDS = 20;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null
                || !type.regionMatches(true, 0, "multipart/form-data", 0, 19)
                || !request.getMethod().equals("POST")
                || !PAGES.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithFields(request, fields(request)), response);
    }

    /** A form that ends early, or has too much, is taken as far as it goes: its page says what is missing. */
    private static Map<String, String[]> fields(HttpServletRequest request) throws IOException {
        Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
        FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
        while (fields.size() < MOST_FIELDS && parts.hasNext()) {
            FileItemStream part = parts.next();
            byte[] content = content(part);
            String name = String.valueOf(part.getFieldName());
            if (name.equals(UploadedTable.FILE)) {
                UploadedTable.file(content).keepIn(request);
            } else {
                fields.merge(name, new String[] {new String(content, StandardCharsets.UTF_8)}, TableForms::both);
            }
            if (content.length > UploadedTable.MOST_BYTES) {
                break;
            }
        }
        return fields;
    }

    private static byte[] content(FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            return in.readNBytes(UploadedTable.MOST_BYTES + 1);
        }
    }

    private static String[] both(String[] before, String[] more) {
        return Stream.of(before, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static final class WithFields extends HttpServletRequestWrapper {

        private final Map<String, String[]> fields;

        WithFields(HttpServletRequest request, Map<String, String[]> fields) {
            super(request);
            this.fields = Collections.unmodifiableMap(fields);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = fields.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return fields;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = fields.get(name);
            return values == null ? null : values.clone();
        }
    }
}
