package io.hairline.launcher.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords made on first use, each in a file that only its owner can read. */
public record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public String password(String name) {
        return require(name, 18);
    }

    /** 32 random bytes in base64, for AES-256. */
    public String key(String name) {
        return require(name, 32);
    }

    public Path keyFile() {
        require("mongodb-key", 96);
        return folder.resolve("mongodb-key");
    }

    private String require(String name, int bytes) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, random(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(random)
                .replace('-', 'x')
                .replace('_', 'y');
    }

    /** Writes a file that only its owner can read, at no moment half. */
    public static Path write(Path file, String content) throws IOException {
        Path fresh = Files.createTempFile(
                ProjectFolder.madeFor(file),
                "secret",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, content + "\n");
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
