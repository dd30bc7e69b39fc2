package io.hairline.treatment.photo;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/** A photo as it is sent: fields first, then the file, which is read where it is stored and nowhere kept before. */
record PhotoForm(
        ClientId clientId, @Nullable SessionId sessionId, PhotoAngle angle, PhotoStage stage, InputStream file) {

    private static final String FILE = "file";
    private static final List<String> FIELDS = List.of("clientId", "sessionId", "angle", "stage");
    private static final int LONGEST_FIELD = 100;
    /** The file's 25 MB, and what stands around it. */
    private static final long MOST_BYTES = 26L * 1024 * 1024;

    /** What the API reference shows of it. */
    @Schema(name = "NewPhoto", description = "The file comes last.")
    record Described(
            ClientId clientId,
            @Nullable SessionId sessionId,
            PhotoAngle angle,
            PhotoStage stage,

            @Schema(type = "string", format = "binary", description = "JPEG or PNG of at most 25 MB")
            String file) {}

    /** Reads up to the file. */
    static PhotoForm of(HttpServletRequest request) {
        Map<String, String> fields = new HashMap<>();
        try {
            FileUpload upload = new FileUpload();
            upload.setSizeMax(MOST_BYTES);
            FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                String name = String.valueOf(part.getFieldName());
                if (name.equals(FILE)) {
                    return of(fields, part.openStream());
                }
                if (!FIELDS.contains(name)) {
                    throw Refusal.input(
                            "(body)",
                            "has a part that is none of " + String.join(", ", FIELDS) + ", file; leave it out");
                }
                if (fields.put(name, text(name, part)) != null) {
                    throw Refusal.input(name, "comes twice; send it once");
                }
            }
        } catch (IOException _) {
            throw Refusal.input("(body)", "must be whole multipart/form-data as the API reference shows it");
        }
        throw Refusal.input(FILE, "is needed, as the last part");
    }

    private static String text(String name, FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw Refusal.input(name, "must be at most " + LONGEST_FIELD + " characters");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static PhotoForm of(Map<String, String> fields, InputStream file) {
        String session = fields.getOrDefault("sessionId", "");
        return new PhotoForm(
                id(fields, "clientId", ClientId::new),
                session.isEmpty() ? null : id(fields, "sessionId", SessionId::new),
                code(fields, "angle", PhotoAngle.class),
                code(fields, "stage", PhotoStage.class),
                file);
    }

    private static String given(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw Refusal.input(name, "is needed, before the file");
        }
        return value;
    }

    private static <T> T id(Map<String, String> fields, String name, Function<String, T> type) {
        try {
            return type.apply(given(fields, name));
        } catch (IllegalArgumentException e) {
            throw Refusal.input(name, "is not valid: " + e.getMessage());
        }
    }

    private static <E extends Enum<E>> E code(Map<String, String> fields, String name, Class<E> codes) {
        String value = given(fields, name);
        return Arrays.stream(codes.getEnumConstants())
                .filter(it -> it.name().equals(value))
                .findFirst()
                .orElseThrow(() -> Refusal.input(
                        name,
                        "must be one of "
                                + Arrays.stream(codes.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }
}
