package io.hairline.kit.web.openapi;

import io.hairline.kit.web.ListPaging;
import io.hairline.kit.web.Page;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says in the OpenAPI document that lists which are read as a whole take {@code limit} and {@code cursor} too. */
public final class ListPagingParameters implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (ListPaging.isWhole(handler)) {
            JsonSchema limit = new JsonSchema();
            limit.setTypes(Set.of("integer"));
            limit.setMinimum(BigDecimal.ONE);
            limit.setMaximum(BigDecimal.valueOf(Page.MOST));
            JsonSchema cursor = new JsonSchema();
            cursor.setTypes(Set.of("string"));
            operation.addParametersItem(new QueryParameter().name("cursor").schema(cursor));
            operation.addParametersItem(new QueryParameter().name("limit").schema(limit));
        }
        return operation;
    }
}
