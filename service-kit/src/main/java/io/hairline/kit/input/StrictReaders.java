package io.hairline.kit.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Jackson's readers for values in requests: one form for each type, and none that is guessed. */
final class StrictReaders {

    /** More digits than any amount or measure has; {@code Money} and constraints narrow it. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private StrictReaders() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("hairline-requests");
        module.addDeserializer(String.class, new Text(false));
        module.addKeyDeserializer(String.class, new Key());
        module.addDeserializer(BigDecimal.class, new Decimal());
        TextFormat.ALL.forEach(it -> add(module, it));
        return module;
    }

    private static <T> void add(SimpleModule module, TextFormat<T> form) {
        module.addDeserializer(form.type(), new Formed<>(form));
    }

    /** Keeps the rule of {@link PlainText}. */
    private static final class Text extends StdScalarDeserializer<String> {

        private final boolean paragraphs;

        Text(boolean paragraphs) {
            super(String.class);
            this.paragraphs = paragraphs;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return property != null && property.getAnnotation(Paragraphs.class) != null ? new Text(true) : this;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String typed = string(parser, String.class);
            try {
                return PlainText.of(typed, paragraphs);
            } catch (PlainText.NotPlain e) {
                throw new InvalidValueException(parser, String.class, e.rule());
            }
        }
    }

    /** Names in an object that a caller chooses, such as a question's. */
    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return PlainText.line(key);
            } catch (PlainText.NotPlain e) {
                throw new InvalidValueException(context.getParser(), String.class, "must have names of plain text");
            }
        }
    }

    /** An exact number; as text it reaches programs that know only binary fractions unharmed. */
    private static final class Decimal extends StdScalarDeserializer<BigDecimal> {

        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken().isNumeric()) {
                return parser.getDecimalValue();
            }
            String text = string(parser, BigDecimal.class);
            if (!DECIMAL.matcher(text).matches()) {
                throw new InvalidValueException(parser, BigDecimal.class, "must be " + TextFormat.of(BigDecimal.class));
            }
            return new BigDecimal(text);
        }
    }

    private static final class Formed<T> extends StdScalarDeserializer<T> {

        private final TextFormat<T> form;

        Formed(TextFormat<T> form) {
            super(form.type());
            this.form = form;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            String text = string(parser, form.type());
            T value = form.read(text);
            if (value == null && form.type() == LocalDate.class && TextFormat.isDayOfOtherYears(text)) {
                throw new InvalidValueException(parser, form.type(), TextFormat.YEARS);
            }
            if (value == null) {
                throw new InvalidValueException(parser, form.type(), "must be " + form.form());
            }
            return value;
        }
    }

    private static String string(JsonParser parser, Class<?> wanted) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new InvalidValueException(parser, wanted, "must be " + TextFormat.of(wanted));
        }
        return parser.getString();
    }
}
