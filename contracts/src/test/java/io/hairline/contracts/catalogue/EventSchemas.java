package io.hairline.contracts.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.Id;
import io.hairline.contracts.wire.WireNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas as the records say: a component is required, and not null, unless it is {@link Nullable}. */
final class EventSchemas {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static JsonNode of(Class<? extends DomainEvent> event) {
        ObjectNode schema = GENERATOR.generateSchema(event);
        schema.put("title", WireNames.nameOf(event));
        return schema;
    }

    /** Of a record that is no event. */
    static JsonNode ofState(Class<?> type) {
        ObjectNode schema = GENERATOR.generateSchema(type);
        schema.remove("$schema");
        return schema.put("title", type.getSimpleName());
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.EXTRA_OPEN_API_FORMAT_VALUES);
        config.forFields().withRequiredCheck(it -> !isNullable(it)).withNullableCheck(EventSchemas::isNullable);
        config.forFields()
                .withCustomDefinitionProvider((field, _) -> isText(field)
                        ? new CustomPropertyDefinition(amount(), CustomDefinition.AttributeInclusion.YES)
                        : null);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, _) -> {
            Class<?> erased = type.getErasedType();
            return Id.class.isAssignableFrom(erased) ? new CustomDefinition(id(erased)) : null;
        });
        return new SchemaGenerator(config.build());
    }

    private static boolean isText(FieldScope field) {
        JsonFormat format = field.getAnnotationConsideringFieldAndGetter(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.STRING;
    }

    /** Written as text, and as a number before. */
    private static ObjectNode amount() {
        ObjectNode amount = MAPPER.createObjectNode();
        amount.putArray("type").add("string").add("number");
        return amount;
    }

    private static ObjectNode id(Class<?> type) {
        try {
            Object prefix = type.getField("PREFIX").get(null);
            return MAPPER.createObjectNode().put("type", "string").put("pattern", "^" + prefix + "_" + Id.ULID + "$");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no PREFIX", e);
        }
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
