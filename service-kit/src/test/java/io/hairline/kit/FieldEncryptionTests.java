package io.hairline.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FieldEncryptionTests {

    private final FieldEncryption encryption = with((byte) 1);

    private static FieldEncryption with(byte filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, filling);
        return FieldEncryption.of(Base64.getEncoder().encodeToString(key), "KEY");
    }

    @Test
    void opensOnlyWhereItWasSealedAndOnlyWithItsKey() {
        byte[] sealed = encryption.seal("Ada".getBytes(UTF_8), "cli_1");

        assertThat(new String(encryption.open(sealed, "cli_1"), UTF_8)).isEqualTo("Ada");
        assertThatThrownBy(() -> encryption.open(sealed, "cli_2")).hasMessageContaining("KEY");
        assertThatThrownBy(() -> with((byte) 2).open(sealed, "cli_1")).hasMessageContaining("KEY");
    }

    @Test
    void givesTheSameTokenForTheSameWordsInOnePlaceAlone() {
        String token = encryption.token("+491", "phone");

        assertThat(encryption.token("+491", "phone")).isEqualTo(token).hasSize(22);
        assertThat(encryption.token("+492", "phone")).isNotEqualTo(token);
        assertThat(encryption.token("+491", "email")).isNotEqualTo(token);
        assertThat(encryption.token("e+491", "phon")).isNotEqualTo(token);
        assertThat(with((byte) 2).token("+491", "phone")).isNotEqualTo(token);
    }

    @Test
    void refusesAKeyThatIsNoneWithoutRepeatingIt() {
        assertThatThrownBy(() -> FieldEncryption.of("c2hvcnQ=", "KEY"))
                .hasMessageContaining("Set KEY to 32 random bytes")
                .hasMessageNotContaining("c2hvcnQ=");
    }
}
