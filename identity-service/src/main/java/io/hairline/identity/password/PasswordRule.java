package io.hairline.identity.password;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a password has to be: long rather than strange, as NIST SP 800-63B advises. bcrypt reads 72 bytes, so a longer one
 * is refused instead of being cut.
 */
final class PasswordRule {

    static final int SHORTEST = 12;
    private static final int FEWEST_DIFFERENT = 4;
    static final int MOST_BYTES = 72;

    private PasswordRule() {}

    /** The message key of what is wrong. */
    static Optional<String> check(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("password.too-short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("password.too-long");
        }
        return password.chars().distinct().count() < FEWEST_DIFFERENT
                ? Optional.of("password.too-simple")
                : Optional.empty();
    }
}
