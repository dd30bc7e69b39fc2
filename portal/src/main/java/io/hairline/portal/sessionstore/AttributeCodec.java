package io.hairline.portal.sessionstore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** Session attributes as bytes. Only classes that a session of the portal has are read back. */
final class AttributeCodec {

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=60;io.hairline.portal.**;org.springframework.**;java.**;jakarta.servlet.**;com.nimbusds.**;!*");

    private AttributeCodec() {}

    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "A session can't keep a " + value.getClass().getName(), e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException if it was written by a version with other classes */
    static Object read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("A session's attribute can't be read", e);
        }
    }
}
