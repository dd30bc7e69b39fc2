package io.hairline.kit.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hairline.contracts.ClientId;
import io.hairline.kit.Ids;
import org.junit.jupiter.api.Test;

class EventJsonTests {

    private static final ClientId CLIENT = new ClientId(Ids.next(ClientId.PREFIX));

    private record State(ClientId clientId, int version) {}

    @Test
    void readsAStateUnderItsOwnKeyAlone() {
        byte[] state = """
                {"clientId": "%s", "version": 3, "newerField": true}""".formatted(CLIENT).getBytes(UTF_8);

        assertThat(EventJson.readState(CLIENT.value(), state, State.class, State::clientId))
                .isEqualTo(new State(CLIENT, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventJson.readState(Ids.next(ClientId.PREFIX), state, State.class, State::clientId));
    }
}
