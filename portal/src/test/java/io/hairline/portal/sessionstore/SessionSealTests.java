package io.hairline.portal.sessionstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class SessionSealTests {

    private static final byte[] TOKEN = "a token".getBytes(UTF_8);

    @Test
    void opensWithTheSameIdAndForTheSameAttributeAlone() {
        SessionSeal mine = new SessionSeal("id-1");
        byte[] sealed = mine.seal(TOKEN, "token");

        assertThat(new SessionSeal("id-1").open(sealed, "token")).isEqualTo(TOKEN);
        assertThatThrownBy(() -> new SessionSeal("id-2").open(sealed, "token"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> mine.open(sealed, "other")).isInstanceOf(IllegalStateException.class);
        assertThat(mine.storedId()).doesNotContain("id-1").isEqualTo(new SessionSeal("id-1").storedId());
    }

    @Test
    void readsWhatSessionsKeepAndNothingElse() {
        List<Object> kept = new ArrayList<>(List.of("words", Locale.GERMAN));

        assertThat(AttributeCodec.read(AttributeCodec.write(kept))).isEqualTo(kept);
        assertThatThrownBy(() -> AttributeCodec.read(AttributeCodec.write(new ObjectId())))
                .isInstanceOf(IllegalStateException.class);
    }
}
