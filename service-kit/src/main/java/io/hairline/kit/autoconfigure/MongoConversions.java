package io.hairline.kit.autoconfigure;

import io.hairline.contracts.Id;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ConverterBuilder;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** Ids and wall times as plain strings: a wall time has no zone, so it must never become an instant on the way. */
final class MongoConversions {

    private MongoConversions() {}

    static MongoCustomConversions conversions() {
        return MongoCustomConversions.create(it -> it.registerConverters(List.of(
                        new IdToString(),
                        new StringToId(),
                        asText(LocalDate.class, LocalDate::parse),
                        asText(LocalTime.class, LocalTime::parse),
                        asText(LocalDateTime.class, LocalDateTime::parse)))
                .bigDecimal(MongoCustomConversions.BigDecimalRepresentation.DECIMAL128));
    }

    private static <T> ConverterBuilder.ConverterAware asText(Class<T> type, Function<String, T> parse) {
        return ConverterBuilder.reading(String.class, type, parse).andWriting(Object::toString);
    }

    private static Set<Class<?>> idTypes() {
        return Arrays.stream(Id.class.getPermittedSubclasses()).collect(Collectors.toSet());
    }

    @WritingConverter
    static final class IdToString implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return idTypes().stream()
                    .map(it -> new ConvertiblePair(it, String.class))
                    .collect(Collectors.toSet());
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source instanceof Id id ? id.value() : null;
        }
    }

    @ReadingConverter
    static final class StringToId implements GenericConverter {

        private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
            @Override
            protected Constructor<?> computeValue(Class<?> type) {
                try {
                    return type.getConstructor(String.class);
                } catch (NoSuchMethodException e) {
                    throw new IllegalStateException(e);
                }
            }
        };

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return idTypes().stream()
                    .map(it -> new ConvertiblePair(String.class, it))
                    .collect(Collectors.toSet());
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            if (source == null) {
                return null;
            }
            try {
                return CONSTRUCTORS.get(to.getType()).newInstance(source);
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
