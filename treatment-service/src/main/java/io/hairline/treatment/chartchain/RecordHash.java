package io.hairline.treatment.chartchain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** SHA-256 over what a document says, whatever the order of its fields: over sealed parts as they are sealed. */
final class RecordHash {

    private RecordHash() {}

    static String of(BsonDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(bytes.toByteArray());
    }

    /** Parts can't run into each other: none of them has a line's end. */
    static String of(String... parts) {
        return sha256(String.join("\n", Arrays.asList(parts)).getBytes(StandardCharsets.UTF_8));
    }

    private static void write(BsonValue value, DataOutputStream out) throws IOException {
        out.writeByte(value.getBsonType().getValue());
        switch (value.getBsonType()) {
            case DOCUMENT -> {
                Map<String, BsonValue> sorted = new TreeMap<>(value.asDocument());
                out.writeInt(sorted.size());
                for (Map.Entry<String, BsonValue> it : sorted.entrySet()) {
                    text(it.getKey(), out);
                    write(it.getValue(), out);
                }
            }
            case ARRAY -> {
                out.writeInt(value.asArray().size());
                for (BsonValue it : value.asArray()) {
                    write(it, out);
                }
            }
            case BINARY -> {
                byte[] data = value.asBinary().getData();
                out.writeInt(data.length);
                out.write(data);
            }
            case STRING -> text(value.asString().getValue(), out);
            default -> text(value.toString(), out);
        }
    }

    private static void text(String words, DataOutputStream out) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
