package io.hairline.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hairline.contracts.DomainEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Samples are only ever added: {@code <wire name>.json} first, {@code <wire name>-<what>.json} for more. */
class SampleTests {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final List<String> AMOUNTS_OF_POLICIES = List.of("minimum", "noShowFee", "upTo");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Path> samples() {
        return Written.in(Written.SAMPLES);
    }

    @Test
    void thereIsOneForEveryWireName() {
        Set<String> sampled = samples().map(SampleTests::wireName).collect(Collectors.toSet());

        assertThat(sampled).isEqualTo(Events.byWireName().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsToItsSchema(Path sample) {
        var schema = SCHEMAS.getSchema(EventSchemas.of(Events.named(wireName(sample))));

        assertThat(schema.validate(Written.read(sample), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadIntoItsRecordAndWrittenTheSame(Path sample) {
        DomainEvent event = read(sample, Written.read(sample));

        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(event))).isEqualTo(asWritten(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadTheSameWithAFieldOfANewerVersion(Path sample) {
        ObjectNode newer = tree(sample).put("fieldOfTomorrow", 1);

        assertThat(read(sample, newer.toString())).isEqualTo(read(sample, Written.read(sample)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysWhichAggregateAndClinicItIsAbout(Path sample) {
        DomainEvent event = read(sample, Written.read(sample));

        assertThat(event.subject()).matches("[a-z]{3}_[0-9a-z]{26}");
        assertThat(Written.read(sample)).contains(event.subject());
        if (event.clinic() != null) {
            assertThat(Written.read(sample)).contains(event.clinic().value());
        }
    }

    /** Absent and null are the same to every reader; an amount that came as a number leaves as text. */
    private static JsonNode asWritten(Path sample) {
        String withoutNulls = MAPPER.writeValueAsString(EXACT.readValue(Written.read(sample), Map.class));
        JsonNode all = EXACT.readTree(withoutNulls);
        amountsAsText(all);
        return MAPPER.readTree(all.toString());
    }

    private static void amountsAsText(JsonNode node) {
        if (node instanceof ObjectNode it && it.path("amount").isNumber() && it.has("currency")) {
            it.put("amount", it.path("amount").decimalValue().toPlainString());
        }
        if (node instanceof ObjectNode it) {
            AMOUNTS_OF_POLICIES.stream()
                    .filter(name -> it.path(name).isNumber())
                    .forEach(name -> it.put(name, it.path(name).decimalValue().toPlainString()));
        }
        node.forEach(SampleTests::amountsAsText);
    }

    private static ObjectNode tree(Path sample) {
        return (ObjectNode) MAPPER.readTree(Written.read(sample));
    }

    private static DomainEvent read(Path sample, String json) {
        return MAPPER.readValue(json, Events.named(wireName(sample)));
    }

    private static String wireName(Path sample) {
        return sample.getFileName().toString().replaceFirst("(-.*)?\\.json$", "");
    }
}
