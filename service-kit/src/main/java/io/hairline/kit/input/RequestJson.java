package io.hairline.kit.input;

import io.hairline.contracts.ClientId;
import java.util.function.UnaryOperator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** How bodies of requests are read. What a service has stored itself is read with its shared mapper, which is lenient. */
public final class RequestJson {

    private RequestJson() {}

    /** As {@link #of(JsonMapper, UnaryOperator)}, where no client's record was merged. */
    public static JsonMapper of(JsonMapper shared) {
        return of(shared, UnaryOperator.identity());
    }

    /**
     * Writes as {@code shared} does, and reads each value in its documented form only.
     *
     * @param survivor the id under which a client is seen, which is read and written for any of the client's ids
     */
    static JsonMapper of(JsonMapper shared, UnaryOperator<ClientId> survivor) {
        return shared.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfigDefaults(it -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        it.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .withCoercionConfig(
                        LogicalType.Float, it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .addModule(StrictReaders.module())
                .addModule(SurvivingIds.module(survivor))
                .build();
    }
}
