package io.hairline.portal.document;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files as answers that a browser keeps under a name. */
public final class Downloads {

    /** Of a table in UTF-8. */
    public static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private Downloads() {}

    public static ResponseEntity<byte[]> csv(String name, byte[] table) {
        return of(name, CSV, table);
    }

    static ResponseEntity<byte[]> of(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(type)
                .body(content);
    }
}
