package io.hairline.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class SchemaTests {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<String> wireNames() {
        return Events.byWireName().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void agreesWithItsRecord(String wireName) {
        JsonNode generated = EventSchemas.of(Events.named(wireName));
        Path file = Written.SCHEMAS.resolve(wireName + ".json");
        String committed = Written.read(file);

        if (!committed.isEmpty()) {
            assertThat(SchemaChange.breaks(MAPPER.readTree(committed), generated))
                    .as("%s was sent like this before. Leave it and add a .v2 beside it.", wireName)
                    .isEmpty();
        }
        if (Written.WANTED) {
            Written.write(file, MAPPER.writeValueAsString(generated) + "\n");
        } else {
            assertThat(committed).as(Written.HOW).isNotEmpty();
            assertThat(MAPPER.readTree(committed)).as(Written.HOW).isEqualTo(generated);
        }
    }

    @Test
    void staysWhenItsRecordGoes() {
        assertThat(Written.in(Written.SCHEMAS).map(it -> it.getFileName().toString()))
                .as("An event that was ever sent is on its topic for ever: keep its record")
                .allMatch(it -> Events.byWireName().containsKey(it.replace(".json", "")));
    }
}
