package io.hairline.kit.input;

import io.hairline.contracts.ClientId;
import io.hairline.kit.merge.MergedIds;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Bodies are JSON and have one reader; parameters keep to the same forms as fields. */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.LOWEST_PRECEDENCE - 1)
public class InputConfiguration implements WebMvcConfigurer {

    private final JsonMapper shared;
    private final ObjectProvider<MergedIds> mergedClients;

    public InputConfiguration(JsonMapper shared, ObjectProvider<MergedIds> mergedClients) {
        this.shared = shared;
        this.mergedClients = mergedClients;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters
                .withJsonConverter(new JacksonJsonHttpMessageConverter(RequestJson.of(shared, this::survivor)))
                .configureMessageConvertersList(all -> all.removeIf(
                        it -> it.getSupportedMediaTypes().stream().anyMatch(InputConfiguration::isAnotherNotation)));
    }

    private static boolean isAnotherNotation(MediaType type) {
        String subtype = type.getSubtype();
        return subtype.contains("yaml")
                || subtype.contains("xml")
                || subtype.contains("cbor")
                || subtype.contains("smile");
    }

    private ClientId survivor(ClientId id) {
        return mergedClients.stream().findFirst().map(it -> it.survivor(id)).orElse(id);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new SurvivingId(this::survivor));
        registry.addConverter(String.class, String.class, PlainText::line);
        TextFormat.ALL.forEach(it -> add(registry, it));
    }

    /**
     * Reads a client's id in paths and parameters. It is registered for no pair of types: springdoc describes a parameter by
     * the source type of such a pair, and the id's own form would be missing from the document.
     */
    private record SurvivingId(UnaryOperator<ClientId> survivor) implements ConditionalGenericConverter {

        @Override
        public @Nullable Set<ConvertiblePair> getConvertibleTypes() {
            return null;
        }

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            return source.getType() == String.class && target.getType() == ClientId.class;
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : survivor.apply(new ClientId(source.toString()));
        }
    }

    private static <T> void add(FormatterRegistry registry, TextFormat<T> form) {
        Converter<String, T> read = text -> {
            T value = form.read(text);
            if (value == null) {
                throw new IllegalArgumentException("must be " + form.form());
            }
            return value;
        };
        registry.addConverter(String.class, form.type(), read);
    }
}
