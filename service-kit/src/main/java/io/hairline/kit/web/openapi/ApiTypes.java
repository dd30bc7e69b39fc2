package io.hairline.kit.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hairline.contracts.Id;
import io.hairline.contracts.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How Java's types stand in the OpenAPI document, where springdoc alone would say something else than what is sent. */
@Configuration(proxyBeanMethods = false)
public class ApiTypes {

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new NamedForItsController()).openapi31(true);
    }

    @Bean
    ModelConverter plainStrings() {
        return new PlainStrings();
    }

    @Bean
    ModelConverter nullableComponents() {
        return new NullableComponents();
    }

    private static Class<?> rawClass(AnnotatedType type) {
        JavaType java = Json31.mapper().constructType(type.getType());
        return java == null ? Object.class : java.getRawClass();
    }

    /** Every controller nests a {@code View} and the like: by their simple names they would be taken for one. */
    private static final class NamedForItsController extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> outer = type.getEnclosingClass();
            return outer == null
                    ? type.getSimpleName()
                    : outer.getSimpleName().replaceFirst("Controller$", "") + type.getSimpleName();
        }
    }

    /** Ids, currencies and amounts travel as strings. */
    private static final class PlainStrings implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
            if (rawClass(type) == Money.class) {
                return money();
            }
            String pattern = pattern(type);
            if (pattern != null) {
                return new JsonSchema().typesItem("string").pattern(pattern);
            }
            return others.hasNext() ? others.next().resolve(type, context, others) : null;
        }

        /** An answer's amount is text; a request may send a number. */
        private static Schema<?> money() {
            JsonSchema amount = new JsonSchema();
            amount.setTypes(new LinkedHashSet<>(List.of("string", "number")));
            amount.setPattern("^-?\\d{1,12}(\\.\\d{1,4})?$");
            amount.setDescription("With the digits of its currency, such as \"480.00\".");
            JsonSchema currency = new JsonSchema();
            currency.setTypes(Set.of("string"));
            currency.setPattern("^[A-Z]{3}$");
            JsonSchema money = new JsonSchema();
            money.setTypes(Set.of("object"));
            money.setRequired(List.of("amount", "currency"));
            money.addProperty("amount", amount);
            money.addProperty("currency", currency);
            return money;
        }

        private static @Nullable String pattern(AnnotatedType type) {
            Class<?> raw = rawClass(type);
            if (raw == Currency.class) {
                return "^[A-Z]{3}$";
            }
            return raw != Id.class && Id.class.isAssignableFrom(raw) ? "^" + prefix(raw) + "_" + Id.ULID + "$" : null;
        }

        private static Object prefix(Class<?> id) {
            try {
                return id.getField("PREFIX").get(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(id + " has no PREFIX", e);
            }
        }
    }

    /** What may be absent is sent as null, and may be. Jackson doesn't see JSpecify's annotation, for it belongs to the type. */
    private static final class NullableComponents implements ModelConverter {

        private static final String NULL = "null";

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
            if (!others.hasNext()) {
                return null;
            }
            Schema<?> schema = others.next().resolve(type, context, others);
            Class<?> raw = rawClass(type);
            if (schema != null && raw.isRecord()) {
                String reference = schema.get$ref();
                Schema<?> model = reference == null
                        ? schema
                        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
                if (model != null && model.getProperties() != null) {
                    allowNull(raw, model.getProperties());
                }
            }
            return schema;
        }

        @SuppressWarnings("rawtypes")
        private static void allowNull(Class<?> raw, Map<String, Schema> properties) {
            for (RecordComponent it : raw.getRecordComponents()) {
                if (it.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    properties.computeIfPresent(it.getName(), (_, property) -> orNull(property));
                }
            }
        }

        @SuppressWarnings({"rawtypes", "unchecked"})
        private static Schema orNull(Schema property) {
            if (property.get$ref() != null) {
                return new JsonSchema().anyOf(List.of(property, new JsonSchema().typesItem(NULL)));
            }
            Set<String> types = property.getTypes();
            if (types == null || types.contains(NULL)) {
                return property;
            }
            Set<String> both = new LinkedHashSet<>(types);
            both.add(NULL);
            property.setTypes(both);
            if (property.getEnum() != null) {
                List<@Nullable Object> values = new ArrayList<>(property.getEnum());
                values.add(null);
                property.setEnum(values);
            }
            return property;
        }
    }
}
