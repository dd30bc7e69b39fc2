package io.hairline.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** Compares what must not be guessed. */
public final class SecretComparison {

    private SecretComparison() {}

    /** Whether two texts are the same; how long it takes doesn't tell how much of them is. */
    public static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
