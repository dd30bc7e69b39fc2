package io.hairline.kit.input;

import io.hairline.contracts.ClientId;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Clients' ids in requests and answers: for a client whose record was merged, the surviving one. */
final class SurvivingIds {

    private SurvivingIds() {}

    static SimpleModule module(UnaryOperator<ClientId> survivor) {
        return new SimpleModule("hairline-clients")
                .addDeserializer(ClientId.class, new Reader(survivor))
                .addSerializer(ClientId.class, new Writer(survivor));
    }

    private static final class Reader extends StdScalarDeserializer<ClientId> {

        private final UnaryOperator<ClientId> survivor;

        Reader(UnaryOperator<ClientId> survivor) {
            super(ClientId.class);
            this.survivor = survivor;
        }

        @Override
        public ClientId deserialize(JsonParser parser, DeserializationContext context) {
            try {
                if (parser.hasToken(JsonToken.VALUE_STRING)) {
                    return survivor.apply(new ClientId(parser.getString()));
                }
            } catch (IllegalArgumentException _) {
                // Refused below, like what isn't text.
            }
            throw new InvalidValueException(parser, ClientId.class, "must be " + TextFormat.of(ClientId.class));
        }
    }

    private static final class Writer extends StdScalarSerializer<ClientId> {

        private final UnaryOperator<ClientId> survivor;

        Writer(UnaryOperator<ClientId> survivor) {
            super(ClientId.class);
            this.survivor = survivor;
        }

        @Override
        public void serialize(ClientId id, JsonGenerator generator, SerializationContext context) {
            generator.writeString(survivor.apply(id).value());
        }
    }
}
