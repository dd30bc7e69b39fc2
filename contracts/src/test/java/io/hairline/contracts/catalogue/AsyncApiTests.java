package io.hairline.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiTests {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path FILE = Path.of("src/main/resources/asyncapi.json");
    private static final Schema OFFICIAL = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Written.read(Path.of("src/test/resources/asyncapi/3.0.0.json")), InputFormat.JSON);

    @Test
    void isWhatTheRecordsAndTopicsSay() {
        JsonNode generated = AsyncApi.write();

        if (Written.WANTED) {
            Written.write(FILE, MAPPER.writeValueAsString(generated) + "\n");
        }
        assertThat(Written.read(FILE)).as(Written.HOW).isNotEmpty();
        assertThat(MAPPER.readTree(Written.read(FILE))).as(Written.HOW).isEqualTo(generated);
    }

    @Test
    void keepsToTheStandardsOwnSchema() {
        assertThat(OFFICIAL.validate(AsyncApi.write().toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/info/title", "/operations/booking.events.send/action", "/channels/booking.events/messages"})
    void noticesWhatBreaksTheStandard(String place) {
        ObjectNode document = (ObjectNode) AsyncApi.write();
        int end = place.lastIndexOf('/');
        ((ObjectNode) document.at(place.substring(0, end))).put(place.substring(end + 1), 7);

        assertThat(OFFICIAL.validate(document.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void pointsOnlyAtWhatIsThere() {
        JsonNode document = AsyncApi.write();
        List<String> targets = document.findValuesAsString("$ref");

        assertThat(targets).hasSizeGreaterThan(Events.all().size());
        assertThat(targets)
                .allSatisfy(it -> assertThat(isThere(document, it)).as(it).isTrue());
    }

    private static boolean isThere(JsonNode document, String target) {
        return target.startsWith("#")
                ? !document.at(target.substring(1)).isMissingNode()
                : !Written.read(FILE.resolveSibling(target)).isEmpty();
    }

    @Test
    void hasEveryTopicEveryEventAndEveryHeader() {
        JsonNode document = AsyncApi.write();

        assertThat(document.path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all("").stream().map(Topics.Topic::name).toList());
        assertThat(document.path("components").path("messages").propertyNames())
                .containsAll(Events.byWireName().keySet());
        assertThat(AsyncApi.HEADERS.keySet()).isEqualTo(headers());
    }

    private static Set<String> headers() {
        return Arrays.stream(Attributes.class.getFields())
                .map(it -> {
                    try {
                        return (String) it.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(it -> !it.equals(Attributes.TICK) && !it.equals(Attributes.SOURCE_PREFIX))
                .collect(Collectors.toSet());
    }
}
