package io.hairline.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path folder = Path.of("");

    @Test
    void canBeReadByTheirOwnerOnly() throws IOException {
        new Secrets(folder).password("ops-password");

        assertThat(Files.getPosixFilePermissions(folder.resolve("ops-password")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void stayTheSameFromStartToStart() {
        assertThat(new Secrets(folder).password("one")).isEqualTo(new Secrets(folder).password("one"));
    }

    @Test
    void differFromEachOther() {
        Secrets secrets = new Secrets(folder);

        assertThat(secrets.password("one"))
                .isNotEqualTo(secrets.password("two"))
                .hasSize(24);
    }
}
