package io.hairline.kit.web;

import com.fasterxml.jackson.databind.JavaType;
import io.hairline.contracts.Id;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Currency;
import java.util.Iterator;
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

    /** Ids and currencies travel as strings. */
    private static final class PlainStrings implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
            String pattern = pattern(type);
            if (pattern != null) {
                return new JsonSchema().typesItem("string").pattern(pattern);
            }
            return others.hasNext() ? others.next().resolve(type, context, others) : null;
        }

        private static @Nullable String pattern(AnnotatedType type) {
            JavaType java = Json31.mapper().constructType(type.getType());
            Class<?> raw = java == null ? Object.class : java.getRawClass();
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
}
